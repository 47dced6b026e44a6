import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  cardIn,
  cvc,
  failed,
  failureOf,
  fillCard,
  follow,
  payButtonIn,
  ScriptedCheckout,
  spoken,
  typeIn,
  valuesIn,
} from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { intentOf } from './intent.fixture.js';
import { focused, inside, seen, settled } from './place.fixture.js';

const softDecline = failureOf({ reason: 'authentication_required', recovery: 'authenticate' });
const WHOLE = ['4242 4242 4242 4242', '04 / 42', '123', 'Ana Lopes'];
const WITHOUT_CODE = ['4242 4242 4242 4242', '04 / 42', '', 'Ana Lopes'];

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

beforeEach(async () => {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  checkout = await follow(scripted);
  await fillCard(checkout);
  await pay();
});

afterEach(() => {
  document.body.replaceChildren();
});

const pay = () => userEvent.click(payButtonIn(checkout));

async function comesBack(failure = softDecline): Promise<void> {
  scripted.tell(failed(failure));
  await settled(checkout);
  await expect.poll(() => inside(checkout).getByRole('alert').textContent).toContain(':');
}

describe('after a soft decline', () => {
  beforeEach(() => comesBack());

  it('one press is enough: everything is there, and the focus is on the button', async () => {
    expect(valuesIn(checkout)).toEqual(WHOLE);
    expect(focused()).toBe(payButtonIn(checkout));
    expect(seen(checkout)).toContain('Your bank wants you to confirm this payment.');
    expect(seen(checkout)).toContain('press the button below once more');
    await userEvent.keyboard('{Enter}');
    const [first, second] = scripted.callsOf('submit');
    expect(second).toEqual(first);
  });

  it('the card can be changed all the same', async () => {
    await typeIn(checkout, cvc, '{Control>}a{/Control}321');
    await pay();
    expect(scripted.callsOf('submit').at(-1)).toMatchObject([{ cvc: '321' }]);
  });

  it('another outcome empties the security code', async () => {
    await pay();
    scripted.tell(failed(failureOf(), { id: 'pa_2' }));
    await expect.poll(() => valuesIn(checkout)).toEqual(WITHOUT_CODE);
  });

  it('another soft decline does not', async () => {
    await pay();
    scripted.tell(failed(softDecline, { id: 'pa_2' }));
    await expect.poll(focused).toBe(payButtonIn(checkout));
    expect(valuesIn(checkout)).toEqual(WHOLE);
  });

  it('leaving the page empties it, even where the browser keeps the page', () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(valuesIn(checkout)).toEqual(WITHOUT_CODE);
  });

  it('taking the checkout out of the page empties it', async () => {
    const card = cardIn(checkout);
    checkout.remove();
    await expect.poll(() => card.shadowRoot?.querySelector<HTMLInputElement>('[name=cc-csc]')?.value).toBe('');
  });
});

it('leaving the page before any answer empties nothing', () => {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  expect(valuesIn(checkout)).toEqual(WHOLE);
});

it('a form that has lost its card leads to the words, not to the button', async () => {
  checkout.reset();
  await comesBack();
  expect(focused()).toHaveClass('failure');
});

it('a saved card’s security code stays too', async () => {
  const card = { id: 'sc_1', brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2042, requires_cvc: true };
  scripted = new ScriptedCheckout({
    phase: 'ready',
    intent: intentOf({ methods: [{ type: 'saved_card', cards: [card] }, { type: 'card' }] }),
  });
  checkout.remove();
  checkout = await follow(scripted);
  await spoken(checkout);
  const code = () =>
    checkout.shadowRoot
      ?.querySelector('.panel:not([hidden]) florin-security-code')
      ?.shadowRoot?.querySelector<HTMLInputElement>('input');
  await expect.poll(code).toBeTruthy();
  code()?.focus();
  await userEvent.keyboard('123');
  await pay();
  expect(scripted.callsOf('submit')).toHaveLength(1);
  const { intent } = scripted.state;
  scripted.tell({ ...failed(softDecline), intent });
  await expect.poll(focused).toBe(payButtonIn(checkout));
  expect(code()?.value).toBe('123');
});
