import { eligibilityOf } from '../alma/plans.js';
import { labelOfCard } from '../card.js';
import { moneyOf } from '../money.js';
import type { SandboxWorld } from '../simulator.js';
import type { Books } from './books.js';
import type { Course } from './course.js';
import type { Payment, Session } from './model.js';
import { standingOf } from './psp-statuses.js';

const CHALLENGE_LIFETIME = 10 * 60_000;

/** Lets a payment take its course. `notificationUrl` is where the issuer reports the end of a challenge. */
export function run(
  { challenges, timers, clock }: SandboxWorld,
  books: Books,
  session: Session,
  payment: Payment,
  course: Course,
  notificationUrl: string,
): void {
  const { isChallenged, first, after, end } = course;
  if (isChallenged) challenge();
  else proceed();

  function proceed(): void {
    if (first) books.move(session, payment, standingOf(first));
    if (after > 0) books.settleLater(after, session, payment, end);
    else books.settle(session, payment, end);
  }

  function challenge(): void {
    const isOpen = () => !payment.settled && payment.challenge !== null;
    payment.challenge = challenges.open({
      amount: moneyOf(dueFirst(payment, clock.now()), payment.currency),
      label: labelOfCard(payment.card.brand, payment.card.last4),
      windowSize: '02',
      notificationUrl,
      isOpen,
      settle(confirmed) {
        if (!confirmed) return books.settle(session, payment, standingOf('three_d_s_impossible'));
        payment.challenge = null;
        proceed();
      },
    });
    books.move(session, payment, standingOf('not_started'));
    timers.later(CHALLENGE_LIFETIME, () => {
      if (isOpen()) books.settle(session, payment, standingOf('ABORTED'));
    });
  }
}

/** Of a plan the issuer is asked for the first payment: the whole purchase at once is nothing that the customer agreed to. */
function dueFirst({ amount, installments }: Payment, now: number): number {
  const { count, deferred_days = 0, deferred_months = 0 } = installments ?? {};
  const terms = {
    installments_count: Number(count),
    deferred_days: Number(deferred_days),
    deferred_months: Number(deferred_months),
  };
  return eligibilityOf(terms, amount, now).payment_plan?.[0]?.total_amount ?? amount;
}
