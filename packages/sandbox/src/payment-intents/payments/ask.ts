import { randomId } from '../../random-id.js';
import type { Action } from './action.js';
import { askForChallenge, askForMethod, type Asking } from './ask-issuer.js';
import { transferLines, voucherLines } from './instructions.js';
import { findMethod } from './methods.js';
import type { Attempt } from './model.js';
import type { Step } from './steps.js';
import type { World } from './world.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const OTP_TRIES = 3;
const RESEND_DELAY = 30 * SECOND;
const BANK_APP = 'Sandbank';

/** From when on a code or a push can be asked for again. */
export function resendAt({ clock }: World, { ways }: Attempt): number {
  return clock.now() + (ways.resendIn ?? RESEND_DELAY);
}

/** What the customer is asked for next. */
export function actionFor(step: Step, asking: Asking): Action {
  const { world, intent, attempt } = asking;
  const { dialCode } = findMethod(attempt.method) ?? {};
  // Of two steps the first one goes wrong, so that a journey shows how it goes on.
  const ways = attempt.action === null ? attempt.ways : {};
  const lasting = (ms: number) => ({
    behaves: ways.behaves,
    expiresAt: world.clock.now() + (ways.expiresIn ?? ms),
  });
  const token = randomId();
  switch (step) {
    case 'three_ds_method':
      return askForMethod(asking, ways);
    case 'challenge':
    case 'challenge_v1':
    case 'challenge_named':
      return askForChallenge(asking, step, lasting(10 * MINUTE));
    case 'otp': {
      const sentTo = `•••• ${attempt.phone?.slice(-2) ?? '42'}`;
      const again = dialCode === undefined ? { resendAt: resendAt(world, attempt) } : { dialCode };
      return { type: 'otp', ...lasting(5 * MINUTE), sentTo, attemptsLeft: OTP_TRIES, ...again };
    }
    case 'redirect':
      return { type: 'page', ...lasting(15 * MINUTE), token, by: 'link' };
    case 'redirect_form':
      return { type: 'page', ...lasting(15 * MINUTE), token, by: 'form' };
    case 'popup':
      return { type: 'page', ...lasting(15 * MINUTE), token, by: 'popup' };
    case 'iframe':
      return { type: 'page', ...lasting(15 * MINUTE), token, by: 'frame' };
    case 'qr':
      return { type: 'qr', ...lasting(5 * MINUTE), token, hasApp: attempt.method === 'wallet_qr' };
    case 'approval': {
      const where = dialCode === undefined && attempt.phone === null ? { appName: BANK_APP } : { dialCode };
      return { type: 'approval', ...lasting(5 * MINUTE), token, resendAt: resendAt(world, attempt), ...where };
    }
    case 'bank_app':
      return { type: 'approval', ...lasting(5 * MINUTE), token, appName: BANK_APP };
    case 'instructions':
      return { type: 'instructions', ...lasting(3 * DAY), token, lines: transferLines(asking), isPrinted: false };
    case 'voucher':
      return { type: 'instructions', ...lasting(3 * DAY), token, lines: voucherLines(intent), isPrinted: true };
    case 'sdk':
      return { type: 'sdk', ...lasting(15 * MINUTE), session: `ws_${token}` };
    case 'unlisted':
      return { type: 'unlisted' };
  }
}
