import type { Challenges } from '../../acs/challenges.js';
import type { Clock, Timers } from '../../clock.js';
import { findTestCard } from '../../test-cards.js';
import { labelOf } from './label.js';
import { isLive } from './model.js';
import type { Attempt, Intent } from './model.js';
import type { Payments } from './payments.js';

const MINUTE = 60_000;
export const OTP_LIFETIME = 5 * MINUTE;
export const QR_LIFETIME = 5 * MINUTE;
export const CHALLENGE_LIFETIME = 10 * MINUTE;
export const RESEND_DELAY = 30_000;
export const OTP_TRIES = 3;

export interface World {
  payments: Payments;
  clock: Clock;
  timers: Timers;
  challenges: Challenges;
}

/**
 * Decides what a card does: the issuer of the simulation. Answers whether the answer to "pay" reaches the
 * merchant. `notificationUrl` is where the issuer reports the end of a challenge.
 */
export function authoriseCard(
  { payments, clock, timers, challenges }: World,
  intent: Intent,
  attempt: Attempt,
  { number, wrongCode }: { number: string; wrongCode: boolean },
  notificationUrl: string,
): { answered: boolean } {
  const card = findTestCard(number);
  const seconds = (card?.seconds ?? 0) * 1000;
  const declined = card?.code ?? 'GENERIC_DECLINE';
  if (!passesLuhn(number)) {
    payments.fail(intent, attempt, 'INVALID_NUMBER');
    return { answered: true };
  }
  if (wrongCode) {
    payments.fail(intent, attempt, 'INVALID_CVC');
    return { answered: true };
  }
  switch (card?.outcome ?? 'completed') {
    case 'completed':
      payments.complete(intent, attempt);
      break;
    case 'declined':
      payments.fail(intent, attempt, declined);
      break;
    case 'soft_declined':
      if (intent.softDeclined) challenge();
      else {
        intent.softDeclined = true;
        payments.fail(intent, attempt, declined);
      }
      break;
    case 'challenge':
      challenge();
      break;
    case 'otp':
      payments.requireAction(intent, attempt, {
        type: 'otp',
        sentTo: '•••• 42',
        resendAt: clock.now() + RESEND_DELAY,
        expiresAt: clock.now() + (seconds || OTP_LIFETIME),
        attemptsLeft: OTP_TRIES,
      });
      break;
    case 'slow':
      timers.later(seconds, () => payments.complete(intent, attempt));
      break;
    case 'answer_lost':
      payments.markUncertain(attempt);
      timers.later(seconds, () => payments.complete(intent, attempt));
      return { answered: false };
    case 'uncertain':
      payments.markUncertain(attempt);
      timers.later(seconds, () => payments.fail(intent, attempt, declined));
      break;
    case 'unlisted_action':
      payments.requireAction(intent, attempt, { type: 'unlisted' });
      timers.later(seconds, () => payments.complete(intent, attempt));
      break;
  }
  return { answered: true };

  function challenge(): void {
    payments.requireAction(intent, attempt, {
      type: 'challenge',
      challenge: challenges.open({
        amount: intent.amount,
        label: labelOf(attempt),
        windowSize: '02',
        notificationUrl,
        isOpen: () => isLive(attempt),
        settle: (confirmed) =>
          confirmed ? payments.complete(intent, attempt) : payments.fail(intent, attempt, 'AUTHENTICATION_FAILED'),
      }),
      expiresAt: clock.now() + CHALLENGE_LIFETIME,
    });
  }
}

/** Check digit of a card number (ISO/IEC 7812-1, annex B). */
export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...number].entries()) {
    const doubled = Number(digit) * ((number.length - index) % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
