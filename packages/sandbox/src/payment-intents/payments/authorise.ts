import type { Challenges } from '../../acs/challenges.js';
import type { Clock, Timers } from '../../clock.js';
import { findTestCard } from '../../test-cards.js';
import { randomId } from '../../random-id.js';
import { labelOf } from './label.js';
import { isLive } from './model.js';
import type { Attempt, Intent } from './model.js';
import type { Payments } from './payments.js';
import { endAsScenario } from './scenario-outcome.js';
import { passesLuhn } from '../../card.js';

const MINUTE = 60_000;
const OTP_LIFETIME = 5 * MINUTE;
const QR_LIFETIME = 5 * MINUTE;
const CHALLENGE_LIFETIME = 10 * MINUTE;
export const RESEND_DELAY = 30_000;
const OTP_TRIES = 3;

export interface World {
  payments: Payments;
  clock: Clock;
  timers: Timers;
  challenges: Challenges;
}

export interface CardToAuthorise {
  number: string;
  wrongCode: boolean;
  /** Where the issuer reports the end of a challenge. */
  notificationUrl: string;
  /** The merchant wants the issuer to authenticate, whatever it would do by itself. */
  challenge: boolean;
}

/** Shows a code that a phone scans; a scenario may decide without one. */
export function showQr({ payments, clock }: World, intent: Intent, attempt: Attempt): void {
  const ask = () =>
    payments.requireAction(intent, attempt, {
      type: 'qr',
      token: randomId(),
      expiresAt: clock.now() + QR_LIFETIME,
    });
  const decide = () => endAsScenario(payments, intent, attempt, { ask, challenge: false });
  const { after } = attempt.scenario;
  if (after !== undefined) payments.decideLater(attempt, after, () => void decide());
  if (after !== undefined || !decide()) ask();
}

/**
 * Decides what becomes of a card: the scenario, else the issuer of the simulation. Answers whether the answer to "pay"
 * reaches the merchant.
 */
export function authoriseCard(
  { payments, clock, challenges }: World,
  intent: Intent,
  attempt: Attempt,
  { number, wrongCode, notificationUrl, challenge }: CardToAuthorise,
): { answered: boolean } {
  const { after } = attempt.scenario;
  if (after === undefined) return decide();
  payments.decideLater(attempt, after, () => void decide());
  return { answered: true };

  function decide(): { answered: boolean } {
    if (!isLive(attempt) || endAsScenario(payments, intent, attempt, { ask, challenge })) return { answered: true };
    const card = findTestCard(number);
    const declined = card?.code ?? 'GENERIC_DECLINE';
    const seconds = (card?.seconds ?? 0) * 1000;
    const complete = () => payments.complete(intent, attempt);
    const fail = (code: string) => payments.fail(intent, attempt, code);
    const outcome = card?.outcome ?? 'completed';
    if (!passesLuhn(number)) fail('INVALID_NUMBER');
    else if (wrongCode) fail('INVALID_CVC');
    else if (challenge && (outcome === 'completed' || outcome === 'soft_declined')) ask();
    else
      switch (outcome) {
        case 'completed':
          complete();
          break;
        case 'declined':
        case 'soft_declined':
          fail(declined);
          break;
        case 'challenge':
          ask();
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
          payments.decideLater(attempt, seconds, complete);
          break;
        case 'answer_lost':
          payments.markUncertain(attempt);
          payments.decideLater(attempt, seconds, complete);
          return { answered: false };
        case 'uncertain':
          payments.markUncertain(attempt);
          payments.decideLater(attempt, seconds, () => fail(declined));
          break;
        case 'unlisted_action':
          payments.requireAction(intent, attempt, { type: 'unlisted' });
          payments.decideLater(attempt, seconds, complete);
          break;
      }
    return { answered: true };
  }

  function ask(): void {
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
