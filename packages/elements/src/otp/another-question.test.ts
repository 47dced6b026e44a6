import type { ActionOf } from '@florin/contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked as askedFor, decisionOf, follow, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { attemptOf } from '../checkout/intent.fixture.js';
import { inside, place, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import type { FlorinOtp } from './otp.js';
import { asked } from './otp.fixture.js';

type OtpAction = ActionOf<'otp'>;

const the = asked();
const sms: OtpAction = { type: 'otp', length: 6, channel: 'sms', sent_to: '•• 42', attempts_left: 3 };
const wrong = 'This code is not the right one.';

afterEach(() => {
  document.body.replaceChildren();
});

it.each([
  ['by another way', { channel: 'email' }],
  ['to another place', { sent_to: '•• 77' }],
  ['of another length', { length: 4 }],
] as const)('asked for another code, sent %s, the one before was right', async (_, other) => {
  await the.ask(sms);
  the.fill('123456');
  await the.comesBack({ ...sms, ...other });
  await settled(the.otp);
  expect(the.alert.textContent?.trim()).toBe('');
  expect([the.input.value, the.input.getAttribute('aria-invalid')]).toEqual(['', 'false']);
  expect(the.said.at(-1)).toBe(the.english['otp.title']);
  // What was right before may be right again.
  if ('length' in other) return;
  the.fill('123456');
  expect(the.answers).toHaveLength(2);
});

it('asked for the same again, with fewer tries and another time to send, it was wrong', async () => {
  await the.ask(sms);
  the.fill('123456');
  await the.comesBack({ ...sms, attempts_left: 2, resend_at: '2026-11-21T10:01:00Z' });
  expect(the.alert).toHaveTextContent(`${wrong} Check it and enter it again. 2 tries left.`);
});

/** The answer to the code is lost at first: meanwhile the payment is looked for. */
const lookedFor = {
  phase: 'verifying',
  action: null,
  decision: { ...decisionOf('confirm'), unanswered: true },
} as const;

describe('a code whose answer was lost at first', () => {
  let scripted: ScriptedCheckout;
  let checkout: FlorinCheckout;

  async function tell(state: Parameters<ScriptedCheckout['tell']>[0]): Promise<void> {
    scripted.tell(state);
    await settled(checkout);
  }

  const ask = (id: string, action: OtpAction) => ({ ...askedFor(action), attempt: attemptOf({ id }) });

  async function giveAndLose(id: string): Promise<void> {
    scripted = new ScriptedCheckout(ask(id, sms));
    checkout = await follow(scripted);
    const otp = checkout.shadowRoot?.querySelector('florin-otp') as FlorinOtp;
    await vi.waitFor(() => expect(inside(otp).getByRole('textbox')).toBeVisible());
    const input = inside(otp).getByRole<HTMLInputElement>('textbox');
    input.value = '123456';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(otp);
    expect(scripted.callsOf('confirm')).toHaveLength(1);
    await tell({ phase: 'confirming', decision: decisionOf('confirm') });
    await tell(lookedFor);
    expect(checkout.shadowRoot?.querySelector('florin-otp')).toBeNull();
  }

  async function wordsOf(): Promise<string> {
    const otp = checkout.shadowRoot?.querySelector('florin-otp') as FlorinOtp;
    await settled(otp);
    return seen(otp);
  }

  it('is said to be wrong where the same is asked again', async () => {
    await giveAndLose('pa_wrong');
    await tell(ask('pa_wrong', { ...sms, attempts_left: 2 }));
    expect(await wordsOf()).toContain(wrong);
    await tell(ask('pa_wrong', { ...sms, attempts_left: 2 }));
    expect(await wordsOf()).toContain(wrong);
  });

  it('is not, where another is asked for, or the payment has gone on in between', async () => {
    await giveAndLose('pa_another');
    await tell(ask('pa_another', { ...sms, channel: 'email' }));
    expect(await wordsOf()).not.toContain(wrong);
    document.body.replaceChildren();
    await giveAndLose('pa_on');
    await tell({ phase: 'processing', decision: null });
    await tell(ask('pa_on', sms));
    expect(await wordsOf()).not.toContain(wrong);
  });

  it('is said to be wrong by a view alone on a page too', async () => {
    scripted = new ScriptedCheckout(ask('pa_alone', sms));
    const otp = await place('florin-otp', { checkout: scripted, locale: 'en' });
    await vi.waitFor(() => expect(seen(otp)).toContain('We sent a code'));
    const input = inside(otp).getByRole<HTMLInputElement>('textbox');
    input.value = '123456';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    for (const state of [{ decision: decisionOf('confirm') }, lookedFor, ask('pa_alone', sms)]) {
      scripted.tell(state);
      await settled(otp);
    }
    expect(seen(otp)).toContain(wrong);
  });
});
