import type { ActionOf } from '@florin/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, decisionOf, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { inside, place, seen, settled } from '../checkout/place.fixture.js';
import type { FlorinOtp } from './otp.js';

const action: ActionOf<'otp'> = { type: 'otp', length: 6, expires_at: '2026-11-21T10:00:05Z' };

let scripted: ScriptedCheckout;
let otp: FlorinOtp;

async function tell(state: Parameters<ScriptedCheckout['tell']>[0]): Promise<void> {
  scripted.tell(state);
  await settled(otp);
}

beforeEach(async () => {
  scripted = new ScriptedCheckout();
  otp = await place('florin-otp', { checkout: scripted, locale: 'en' });
});

afterEach(() => {
  document.body.replaceChildren();
});

const field = () => inside(otp).getByRole<HTMLInputElement>('textbox');
const press = (name: string) => userEvent.click(inside(otp).getByRole('button', { name }));

it('is empty until a code is asked for, and then asks the headless checkout everything', async () => {
  expect(seen(otp)).toBe('');
  await tell(asked(action));
  await expect.poll(() => seen(otp)).toContain('We sent you a code.');
  await userEvent.type(field(), '123456{Enter}');
  expect(scripted.callsOf('confirm')).toEqual([[{ otp: '123456' }]]);
  expect(inside(otp).getByRole('status')).toHaveTextContent('Checking the answer…');
  await tell({ phase: 'confirming', decision: decisionOf('confirm') });
  await tell(asked({ ...action, attempts_left: 2 }));
  expect(inside(otp).getByRole('alert')).toHaveTextContent('This code is not the right one.');
  await press('Send another code');
  await press('Cancel');
  expect([scripted.callsOf('resend').length, scripted.callsOf('cancel').length]).toEqual([1, 1]);
});

it('forgets one payment’s code before the next', async () => {
  await tell(asked(action));
  await expect.poll(() => seen(otp)).toContain('We sent you a code.');
  await userEvent.type(field(), '123456{Enter}');
  await tell({ phase: 'confirming', decision: decisionOf('confirm') });
  await tell({ phase: 'ready', action: null, decision: null });
  expect(seen(otp)).toBe('');
  await tell(asked(action));
  expect(field().value).toBe('');
  expect(inside(otp).getByRole('alert')).toHaveTextContent('');
});

it('has the backend asked when the code has expired', async () => {
  scripted.serverNow = () => Date.parse('2026-11-21T10:00:06Z');
  await tell(asked(action));
  expect(scripted.callsOf('refresh')).toHaveLength(1);
});
