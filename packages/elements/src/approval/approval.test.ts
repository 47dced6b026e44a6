import type { ActionOf } from '@florin/contract';
import { directionOf, loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, decisionOf, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { focused, heard, inside, place, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinApproval } from './approval.js';

const START = Date.parse('2026-11-21T10:00:00Z');

let english: Messages;
let approval: FlorinApproval;
let now: number;
let said: string[];

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = START;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show(action: Partial<ActionOf<'approval'>> = {}, properties: object = {}): Promise<void> {
  approval = await place('florin-approval', {
    messages: english,
    serverNow: () => now,
    action: { type: 'approval', ...action },
    ...properties,
  });
  said = heard(approval, 'florin-say');
}

const inSeconds = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const button = (name: RegExp | string) => inside(approval).getByRole('button', { name });

async function pass(seconds: number): Promise<void> {
  now += seconds * 1000;
  vi.advanceTimersByTime(1000);
  await settled(approval);
}

/** The checkout is busy with a wish, and comes back with the same question. */
async function comesBack(action: Partial<ActionOf<'approval'>>, properties: object = {}): Promise<void> {
  approval.busy = true;
  await settled(approval);
  Object.assign(approval, { busy: false, action: { type: 'approval', ...action }, ...properties });
  await settled(approval);
}

describe('what to do', () => {
  it('names the app', async () => {
    await show({ app_name: 'Nord Bank' });
    expect(seen(approval)).toContain('Open Nord Bank and confirm the payment there.');
    expect(seen(approval)).not.toContain('Dial');
    expect(seen(approval)).toContain('Waiting for your answer…');
  });

  it('gives the code to dial, as a link for a phone and to copy for any other', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show({ dial_code: '*144*1#' });
    expect(seen(approval)).toContain('Dial this code on your phone');
    expect(inside(approval).getByRole('link', { name: '*144*1#' })).toHaveAttribute('href', 'tel:*144*1%23');
    await userEvent.click(button('Copy the code'));
    expect(write).toHaveBeenCalledExactlyOnceWith('*144*1#');
    await expect.poll(() => said).toEqual(['Copied']);
  });

  it('is no link where the code is none', async () => {
    await show({ dial_code: 'javascript:alert(1)' });
    expect(inside(approval).queryByRole('link')).toBeNull();
    expect(seen(approval)).toContain('javascript:alert(1)');
  });

  it('says both where there are both', async () => {
    await show({ app_name: 'MoMo', dial_code: '*880#' });
    expect(seen(approval)).toMatch(/Open MoMo .* Dial this code/);
  });

  it('names the phone and the bank where nothing else is known: a bank that asks apart from the page', async () => {
    await show();
    expect(seen(approval)).toContain('Confirm the payment there, or in your bank’s app.');
  });

  it('leads to its heading', async () => {
    await show();
    approval.focus();
    expect(focused()).toBe(inside(approval).getByRole('heading', { name: 'Confirm the payment' }));
  });
});

describe('when nothing arrives', () => {
  it('nothing is promised to be sent again where it cannot be', async () => {
    await show();
    expect(inside(approval).queryByRole('button', { name: 'Send a new request' })).toBeNull();
    expect(seen(approval)).toContain('Nothing arrived?');
  });

  it('who dials a code waits for nothing', async () => {
    await show({ dial_code: '*144#', resend_at: inSeconds(30) });
    expect(seen(approval)).not.toContain('Nothing arrived?');
    expect(seen(approval)).toContain('You can ask for a new request in 30 seconds.');
  });

  it('another message can be asked for once its time has come', async () => {
    await show({ resend_at: inSeconds(30) });
    const resends = heard(approval, 'florin-resend');
    expect(button('Send a new request')).toHaveAttribute('aria-disabled', 'true');
    expect(seen(approval)).toContain('You can ask for a new request in 30 seconds.');
    button('Send a new request').click();
    expect(resends).toHaveLength(0);
    await pass(29);
    expect(seen(approval)).toContain('You can ask for a new request in 1 second.');
    await pass(1);
    expect(seen(approval)).not.toContain('You can ask for a new request');
    await userEvent.click(button('Send a new request'));
    expect(resends).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it('what was sent again is told to eye and ear, and not again by the next reading', async () => {
    await show({ resend_at: inSeconds(0) });
    await userEvent.click(button('Send a new request'));
    await comesBack({ resend_at: inSeconds(60) });
    expect(said).toEqual(['A new request was sent. Look at your phone.']);
    expect(seen(approval)).toContain('A new request was sent. Look at your phone.');
    expect(seen(approval)).toContain('in 60 seconds');
    await comesBack({ resend_at: inSeconds(60) });
    expect(said).toHaveLength(1);
  });

  it('what could not be sent is not promised, and can be tried again', async () => {
    await show({ resend_at: inSeconds(0) });
    await userEvent.click(button('Send a new request'));
    await comesBack({ resend_at: inSeconds(0) }, { problem: 'rate_limited' });
    expect(said).toEqual([english['recovery.retry_later']]);
    expect(seen(approval)).not.toContain('A new request was sent');
    expect(button('Send a new request')).toHaveAttribute('aria-disabled', 'false');
  });

  it('another way to pay is one press away, unless it is busy', async () => {
    await show();
    const cancels = heard(approval, 'florin-cancel');
    await userEvent.click(button('Pay another way'));
    expect(cancels).toHaveLength(1);
    approval.busy = true;
    await settled(approval);
    button('Pay another way').click();
    expect(cancels).toHaveLength(1);
    approval.busy = false;
    await settled(approval);
    expect(said).toEqual([english['action.not_stopped']]);
  });
});

describe('the time left', () => {
  const action = { app_name: 'Nord Bank', dial_code: '*144#', resend_at: inSeconds(0), expires_at: inSeconds(90) };

  it('is shown, and its milestones are said', async () => {
    await show(action);
    expect(seen(approval)).toContain('Time left: 1:30');
    await pass(31);
    expect(said).toEqual(['One minute left.']);
  });

  it('over, is told only once the backend has been asked; there is nothing to confirm any more', async () => {
    await show(action);
    const reads = heard(approval, 'florin-refresh');
    button('Send a new request').focus();
    await pass(90);
    expect([reads.length, said]).toEqual([1, []]);
    expect(seen(approval)).not.toMatch(/Nord Bank|Send a new request|\*144#|Waiting|Nothing arrived/);
    expect(seen(approval)).toContain('We are checking your payment');
    expect(focused()).toBe(inside(approval).getByRole('heading'));
    approval.action = { type: 'approval', ...action };
    await settled(approval);
    expect(said).toEqual([english['approval.over']]);
    expect(seen(approval)).toContain(english['approval.over']);
    const cancels = heard(approval, 'florin-cancel');
    await userEvent.click(button('Try again'));
    expect(cancels).toHaveLength(1);
  });

  it('over, nothing else can be paid until it is known that this was not', async () => {
    await show({ expires_at: inSeconds(90) });
    const cancels = heard(approval, 'florin-cancel');
    await pass(90);
    expect(button('Pay another way')).toHaveAttribute('aria-disabled', 'true');
    button('Pay another way').click();
    expect(cancels).toEqual([]);
    approval.action = { type: 'approval', expires_at: inSeconds(90) };
    await settled(approval);
    expect(button('Pay another way')).toHaveAttribute('aria-disabled', 'false');
    await userEvent.click(button('Pay another way'));
    expect(cancels).toHaveLength(1);
  });

  it('that ran out while nobody looked is told when they are back', async () => {
    await show(action);
    const reads = heard(approval, 'florin-refresh');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await pass(200);
    approval.action = { type: 'approval', ...action };
    await settled(approval);
    expect([reads.length, said]).toEqual([0, []]);
    expect(seen(approval)).not.toContain('Nord Bank');
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(approval);
    expect(reads).toHaveLength(1);
  });
});

it('follows a headless checkout alone', async () => {
  vi.useRealTimers();
  const question = { type: 'approval', resend_at: '2026-11-21T09:59:00Z' } as const;
  const scripted = new ScriptedCheckout(asked(question));
  approval = await place('florin-approval', { locale: 'en', checkout: scripted });
  await expect.poll(() => seen(approval)).toContain('Confirm the payment');
  await userEvent.click(button('Send a new request'));
  scripted.tell({ decision: decisionOf('resend') });
  await settled(approval);
  expect(button('Send a new request')).toHaveAttribute('aria-disabled', 'true');
  scripted.tell({ ...asked(question), decision: null });
  await expect.poll(() => inside(approval).getByRole('status').textContent).toContain('A new request was sent.');
  await userEvent.click(button('Pay another way'));
  expect([scripted.callsOf('resend').length, scripted.callsOf('cancel').length]).toEqual([1, 1]);
});

it.each(['en', 'fr', 'ar'])('fits in 320 px: %s', async (locale) => {
  const phone = document.body.appendChild(document.createElement('div'));
  phone.style.inlineSize = '320px';
  phone.dir = directionOf(locale);
  const action = {
    type: 'approval',
    app_name: 'A'.repeat(60),
    dial_code: '*144*82*1234567890#',
    resend_at: inSeconds(11),
  };
  const messages = await loadMessages(locale);
  approval = await place('florin-approval', { locale, messages, action, serverNow: () => now }, phone);
  expect(phone.scrollWidth).toBe(320);
  expect(approval.shadowRoot?.querySelector('.value')).toHaveAttribute('dir', 'ltr');
  const { blockSize } = getComputedStyle(inside(approval).getByRole('link'));
  expect(Number.parseFloat(blockSize)).toBeGreaterThanOrEqual(44);
});
