import type { ActionOf } from '@florin/contract';
import type { GalleryState, GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked, askedStill, inSeconds } from '../payments.js';
import type { Stage } from '../stage.js';

const otpOf = (overrides: Partial<ActionOf<'otp'>> = {}): ActionOf<'otp'> => ({
  type: 'otp',
  length: 6,
  alphabet: 'numeric',
  channel: 'sms',
  sent_to: '+33 6 •• •• •• 12',
  ...overrides,
});

const code = '[part~="input"]';

/** The customer enters a code, and this is what is asked then. */
const answered = (next: ActionOf<'otp'>): Pick<GalleryState, 'answers' | 'act'> => ({
  answers: { confirm: () => asked(next) },
  async act(stage: Stage) {
    await stage.write(code, '000000');
    await stage.press('submit');
    await stage.find('[aria-invalid="true"]');
  },
});

export const otp: GalleryStates = {
  fresh: { payment: asked(otpOf()) },
  length_not_known: { payment: asked({ type: 'otp', channel: 'sms' }) },
  letters_and_digits: { payment: asked(otpOf({ alphabet: 'alphanumeric', length: 8 })) },
  by_email: { payment: asked(otpOf({ channel: 'email', sent_to: 'a•••@example.com' })) },
  by_call: { payment: asked(otpOf({ channel: 'call' })) },
  dial_code: { payment: asked(otpOf({ channel: 'ussd', dial_code: '*144*82#', length: 4 })) },
  empty: { payment: asked(otpOf()), act: (stage) => stage.press('submit') },
  too_short: {
    payment: asked(otpOf()),
    async act(stage) {
      await stage.write(code, '123');
      await stage.press('submit');
    },
  },
  tries_left: { payment: asked(otpOf({ attempts_left: 3 })) },
  wrong_code: { payment: asked(otpOf({ attempts_left: 3 })), ...answered(otpOf({ attempts_left: 2 })) },
  last_try: { payment: asked(otpOf({ attempts_left: 2 })), ...answered(otpOf({ attempts_left: 1 })) },
  resend_counting: { payment: asked(otpOf({ resend_at: inSeconds(30), expires_at: inSeconds(300) })) },
  resent: {
    payment: asked(otpOf({ resend_at: inSeconds(-1) })),
    answers: { resend: () => asked(otpOf({ resend_at: inSeconds(30) })) },
    act: (stage) => stage.press('resend'),
  },
  resend_refused: {
    payment: asked(otpOf({ resend_at: inSeconds(-1) })),
    answers: { resend: () => ({ problem: { code: 'rate_limited', decision: 'resend' } }) },
    act: (stage) => stage.press('resend'),
  },
  time_is_up: { payment: asked(otpOf({ expires_at: inSeconds(-1), resend_at: inSeconds(-60) })) },
  expired: {
    payment: asked(otpOf({ expires_at: inSeconds(-1), resend_at: inSeconds(-60) })),
    answers: { refresh: askedStill },
  },
  checking: {
    payment: asked(otpOf()),
    async act(stage) {
      await stage.write(code, '123456');
      await stage.press('submit');
    },
  },
  check_takes_long: {
    payment: asked(otpOf()),
    async act(stage) {
      await stage.write(code, '123456');
      await stage.press('submit');
      stage.checkout.pass(10);
      await stage.find('[part~="text"]');
    },
  },
  unchecked: {
    payment: asked(otpOf()),
    answers: { confirm: () => ({ problem: { code: 'network', decision: 'confirm' } }) },
    async act(stage) {
      await stage.write(code, '123456');
      await stage.press('submit');
      while (!stage.checkout.state.problem) await stage.settled();
    },
  },
  not_stopped: notStopped(otpOf()),
  plain: {
    payment: asked(otpOf()),
    async act(stage) {
      stage.tag.style.setProperty('--florin-otp-boxes', '0');
      await stage.write(code, '123');
    },
  },
};
