import type { NextAction } from '@florin/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  asked,
  decisionOf,
  failed,
  failureOf,
  fieldIn,
  fillCard,
  follow,
  number,
  payButtonIn,
  ScriptedCheckout,
  twoMethods,
  typeIn,
  viewIn,
} from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { attemptOf, challengeOf, intentOf } from './intent.fixture.js';
import { focused, inside, place, seen, settled } from './place.fixture.js';

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

beforeEach(async () => {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  checkout = await follow(scripted);
});

afterEach(() => {
  document.body.replaceChildren();
});

const said = () => inside(checkout).getByRole('status').textContent;
const alerted = () => inside(checkout).getByRole('alert').textContent;
const formIsShown = () => checkout.shadowRoot?.querySelector('.form')?.checkVisibility() ?? false;

async function tell(state: Parameters<ScriptedCheckout['tell']>[0]): Promise<void> {
  scripted.tell(state);
  await settled(checkout);
}

describe('each phase', () => {
  it.each([
    ['loading', { intent: null }, true, 'Card number'],
    ['loading', { intent: null, problem: { code: 'network' } }, false, 'We cannot reach the payment service'],
    ['ready', {}, true, 'Card number'],
    ['submitting', { decision: decisionOf('submit') }, true, 'Paying…'],
    ['processing', { attempt: attemptOf() }, false, 'Paying… This takes a few seconds.'],
    ['processing', { attempt: attemptOf(), overdue: true }, false, 'Paying… This takes longer than usual.'],
    ['action_required', asked({ type: 'otp', length: 6 }), false, 'Enter the code'],
    ['action_required', asked({ type: 'qr', content: 'x' }), false, 'Scan to pay'],
    ['action_required', asked({ type: 'hologram' }), false, 'Confirm the payment'],
    ['action_required', asked(challengeOf({ url: 'data:,' })), false, 'Confirm with your bank'],
    ['confirming', { ...asked({ type: 'otp' }), decision: decisionOf('confirm') }, false, 'Checking the answer…'],
    ['verifying', {}, false, 'We are checking your payment Do not pay again.'],
    ['completed', { intent: intentOf({ status: 'completed' }) }, false, 'Paid You paid €49.99 to Atelier Nord.'],
    ['failed', { intent: intentOf({ status: 'failed' }), failure: failureOf() }, false, 'did not go through'],
    ['expired', { intent: intentOf({ status: 'expired' }) }, false, 'The time to pay has run out'],
    ['cancelled', { intent: intentOf({ status: 'cancelled' }) }, false, 'The payment was cancelled'],
    ['unavailable', { problem: { code: 'secret_invalid' } }, false, 'cannot be opened with the key'],
  ] as const)('%s %j', async (phase, state, isForm, words) => {
    if (phase === 'loading' || phase === 'unavailable') {
      scripted = new ScriptedCheckout();
      checkout.checkout = scripted;
    }
    await tell({ ...state, phase });
    await expect.poll(() => seen(checkout)).toContain(words);
    expect(formIsShown()).toBe(isForm);
    expect(checkout.getAttribute('phase')).toBe(phase);
    expect(checkout.hasAttribute('busy')).toBe('decision' in state && state.decision !== null);
    expect(checkout.getAttribute('method')).toBe('card');
  });

  it('a form that is over is not in the page any more, and its card neither', async () => {
    await typeIn(checkout, number, '4242');
    await tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
    expect(checkout.shadowRoot?.querySelector('florin-card')).toBeNull();
  });

  it('only the method of the form is said to be chosen', async () => {
    await tell({ intent: intentOf({ methods: twoMethods }) });
    await inside(checkout).findByRole('radio', { name: 'Instant transfer' });
    expect(checkout.getAttribute('method')).toBe('qr');
    await userEvent.click(inside(checkout).getByRole('radio', { name: 'Card' }));
    expect(checkout.getAttribute('method')).toBe('card');
    await tell({ intent: intentOf({ methods: [] }) });
    expect(checkout.hasAttribute('method')).toBe(false);
    expect(seen(checkout)).toContain('There is no way to pay here at the moment.');
    expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('a view', () => {
  const shown = async (action: NextAction) => {
    await tell(asked(action));
    await expect.poll(() => viewIn(checkout).shadowRoot?.querySelector('h2')).toBeTruthy();
    return inside(viewIn(checkout));
  };

  it('gives the code to the SDK, and asks it for another one or to stop', async () => {
    const view = await shown({ type: 'otp', length: 4 });
    await userEvent.type(view.getByRole('textbox'), '1234{Enter}');
    expect(scripted.callsOf('confirm')).toEqual([[{ otp: '1234' }]]);
    await userEvent.click(view.getByRole('button', { name: 'Send another code' }));
    await userEvent.click(view.getByRole('button', { name: 'Cancel' }));
    expect([scripted.callsOf('resend').length, scripted.callsOf('cancel').length]).toEqual([1, 1]);
  });

  it('knows a wrong code from one that was not looked at', async () => {
    const view = await shown({ type: 'otp', length: 4 });
    const answer = async (code: string, problem: { code: string } | null) => {
      await userEvent.fill(view.getByRole('textbox'), code);
      await tell({ phase: 'confirming', decision: decisionOf('confirm') });
      await settled(viewIn(checkout));
      await tell({ phase: 'action_required', decision: null, problem });
      await settled(viewIn(checkout));
    };
    await answer('1234', null);
    expect(view.getByRole('alert')).toHaveTextContent('not the right one');
    await answer('4321', { code: 'rate_limited' });
    expect(view.getByRole('alert')).toBeEmptyDOMElement();
    expect(view.getByText(/^Try again in a few minutes/)).toBeVisible();
  });

  it('stops the wait for a scan', async () => {
    const view = await shown({ type: 'qr', content: 'x' });
    await userEvent.click(view.getByRole('button', { name: 'Cancel' }));
    expect(scripted.callsOf('cancel')).toHaveLength(1);
  });

  it('gives the end of a challenge to the SDK', async () => {
    const view = await shown(challengeOf({ url: 'data:,' }));
    await userEvent.click(view.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(view.getByRole('button', { name: 'Stop' }));
    expect(scripted.callsOf('confirm')).toEqual([[{ three_ds_challenge: 'abandoned' }]]);
  });

  it('says politely that the bank goes on where the provider cannot cancel', async () => {
    const view = await shown(challengeOf({ url: 'data:,' }));
    await userEvent.click(view.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(view.getByRole('button', { name: 'Stop' }));
    await tell({ phase: 'confirming', decision: decisionOf('confirm') });
    await tell(asked(challengeOf({ url: 'data:,' })));
    await expect
      .poll(() => seen(checkout))
      .toContain('Your bank still waits for an answer If you have confirmed there, do not pay again');
    await expect
      .poll(said)
      .toContain('Your bank still waits for an answer If you have confirmed there, do not pay again');
    expect(focused()?.textContent).toContain('Your bank still waits');
  });

  it('asks the backend again', async () => {
    await tell({ phase: 'verifying', overdue: true });
    await expect.poll(() => seen(checkout)).toContain('Check again');
    await userEvent.click(inside(viewIn(checkout)).getByRole('button', { name: 'Check again' }));
    expect(scripted.callsOf('refresh')).toHaveLength(1);
  });

  it('stays the same one while its question is read again', async () => {
    const view = await shown({ type: 'otp', length: 6 });
    const before = viewIn(checkout);
    await userEvent.type(view.getByRole('textbox'), '12');
    await tell(asked({ type: 'otp', length: 6, attempts_left: 2 }));
    expect(viewIn(checkout)).toBe(before);
    expect(view.getByRole<HTMLInputElement>('textbox').value).toBe('12');
  });
});

describe('for whoever listens', () => {
  it('the regions are there, empty, before anything is said', () => {
    const empty = [said(), alerted()];
    expect(empty).toEqual(['', '']);
  });

  it('phases are said once, politely, in the same region', async () => {
    const region = inside(checkout).getByRole('status');
    const texts: string[] = [];
    new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await tell({ phase: 'processing', attempt: attemptOf() });
    await expect.poll(() => texts).toEqual(['Paying… This takes a few seconds. Do not close this page.']);
    await tell({ intent: intentOf({ version: 2 }) });
    await tell({ phase: 'completed', intent: intentOf({ version: 3, status: 'completed' }) });
    await expect.poll(() => texts.at(-1)).toBe('Paid You paid €49.99 to Atelier Nord.');
    expect(texts).toHaveLength(2);
    expect(inside(checkout).getByRole('status')).toBe(region);
  });

  it('failures are said at once, and gone when the next try begins', async () => {
    await fillCard(checkout);
    await userEvent.click(payButtonIn(checkout));
    await tell(failed(failureOf()));
    await expect.poll(alerted).toContain('There is not enough money available for this payment.');
    await typeIn(checkout, /Security code/, '123');
    await userEvent.click(payButtonIn(checkout));
    await settled(checkout);
    expect(alerted()).toBe('');
    await tell({ phase: 'completed', intent: intentOf({ version: 4, status: 'completed' }) });
    await expect.poll(said).toContain('Paid');
    expect(alerted()).toBe('');
  });

  it('the same failure again is said again', async () => {
    const texts: string[] = [];
    const region = inside(checkout).getByRole('alert');
    new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const id of ['pa_1', 'pa_2']) {
      await tell({ phase: 'submitting', decision: decisionOf('submit'), failure: null });
      await tell(failed(failureOf(), { id }));
      await expect.poll(alerted).toContain('not enough money');
    }
    expect(texts.filter((text) => text.includes('not enough money'))).toHaveLength(2);
  });

  it('no word of a phase that is over stays behind the form', async () => {
    await tell({ phase: 'processing', attempt: attemptOf() });
    await expect.poll(said).toContain('Paying…');
    await tell(failed(failureOf()));
    await settled(checkout);
    expect(said()).toBe('');
  });
});

describe('the focus', () => {
  it('goes to the heading of each new view when it was inside', async () => {
    await fillCard(checkout);
    await userEvent.click(payButtonIn(checkout));
    await tell({ phase: 'processing', decision: null, attempt: attemptOf() });
    await expect.poll(() => focused()?.textContent).toBe('Paying…');
    await tell(asked({ type: 'otp' }));
    await expect.poll(() => focused()?.textContent).toBe('Enter the code');
    expect(focused()?.localName).toBe('h2');
    await tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed' }) });
    await expect.poll(() => focused()?.textContent).toBe('Paid');
  });

  it('is not lost when the customer pays with Enter in a field', async () => {
    await fillCard(checkout);
    await userEvent.keyboard('{Enter}');
    await settled(checkout);
    expect(scripted.callsOf('submit')).toHaveLength(1);
    expect(focused()).toBe(payButtonIn(checkout));
    await tell({ phase: 'processing', decision: null, attempt: attemptOf() });
    await expect.poll(() => focused()?.textContent).toBe('Paying…');
  });

  it('stays where it is when it is elsewhere on the page', async () => {
    const search = await place('input');
    search.focus();
    await tell({ phase: 'processing', attempt: attemptOf() });
    await expect.poll(() => seen(checkout)).toContain('Paying…');
    await tell(asked({ type: 'qr', content: 'x' }));
    await expect.poll(() => seen(checkout)).toContain('Scan to pay');
    await tell(failed(failureOf()));
    await expect.poll(alerted).toContain('not enough money');
    expect(document.activeElement).toBe(search);
  });

  it('goes to what is said about the failure when the form comes back', async () => {
    await tell(asked({ type: 'otp' }));
    await expect.poll(() => seen(checkout)).toContain('Enter the code');
    viewIn(checkout).querySelector('input');
    inside(viewIn(checkout)).getByRole('textbox').focus();
    await tell(failed(failureOf()));
    await expect.poll(() => focused()?.textContent).toContain('There is not enough money');
  });

  it('goes back to the form when there is nothing to say', async () => {
    await tell({ phase: 'verifying' });
    await expect.poll(() => seen(checkout)).toContain('We are checking');
    checkout.focus();
    expect(focused()?.localName).toBe('h2');
    await tell({ phase: 'ready' });
    await expect.poll(focused).toBe(fieldIn(checkout, number));
  });

  it('goes to the field that the bank names, with the error', async () => {
    await fillCard(checkout);
    await userEvent.click(payButtonIn(checkout));
    await tell(failed(failureOf({ reason: 'check_expiry', recovery: 'edit_field', field: 'expiry' })));
    const field = fieldIn(checkout, /Expiry date/);
    await expect.poll(focused).toBe(field);
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(seen(checkout)).toContain('The expiry date does not match the card.');
  });

  it('can be given: the first field, or the heading of a view', async () => {
    checkout.focus();
    expect(focused()).toBe(fieldIn(checkout, number));
    await tell({ phase: 'verifying' });
    await expect.poll(() => seen(checkout)).toContain('We are checking');
    checkout.focus();
    expect(focused()?.textContent).toBe('We are checking your payment');
  });
});
