import { isPaid } from '@florin/contract';
import { reversedIn, statusWith, sumOf, withTotal, type Reading } from '@florin/providers';
import { isCompleted, type AttemptRecord, type IntentRecord, type KeptReversal } from './intent-record.js';

/**
 * A paid intent with what went back of it until this reading, and the status that agrees with that. Totals only grow: a line
 * is added for what is new, and one that shrinks says nothing. `before`: its status until now.
 */
export function withReversals(intent: IntentRecord, reading: Reading, before: string, now: number): IntentRecord {
  if (!isPaid(intent.status)) return intent;
  const { value } = intent.amount;
  const kept = { refunds: sumOf(intent.refunds ?? []), chargeBacks: sumOf(intent.chargeBacks ?? []) };
  const said = reversedIn(reading, intent.amount, kept);
  const lineOf = (amount: number): KeptReversal => ({ amount, at: now });
  // That all of it was refunded has been told: less than all is no news, unless a part was charged back.
  const isTold = before === 'refunded' && kept.chargeBacks === 0 && said.refunds < value;
  const refunds = withTotal(intent.refunds ?? [], isTold ? 0 : said.refunds, lineOf);
  const chargeBacks = withTotal(intent.chargeBacks ?? [], said.chargeBacks, lineOf);
  const reversed = { refunds: sumOf(refunds), chargeBacks: sumOf(chargeBacks) };
  return {
    ...intent,
    status: statusWith(intent.status, reversed, value),
    ...(refunds.length > 0 && { refunds }),
    ...(chargeBacks.length > 0 && { chargeBacks }),
  };
}

/** Of a purchase that was paid twice one payment is to be given back: that it was says nothing of the purchase. */
export function aboutPurchase(reading: Reading, attempts: readonly AttemptRecord[]): Reading {
  if (attempts.filter(isCompleted).length < 2) return reading;
  const { status, attempt } = reading;
  return { attempt, ...(status !== undefined && { status: isPaid(status) ? 'completed' : status }) };
}
