import { provider } from '@florin/providers/purse';
import { GatewayError, toGatewayError, type CaptureRequest } from '../../gateway.js';
import type { PurseApi } from './api.js';
import { refused } from './refusal.js';

type Native = Record<string, unknown>;

/**
 * Captures once for each key, and answers the payment. Purse documents no idempotency: so the payment is read first, and a
 * capture that cannot be told from another one is not made a second time. `doubted`: references of those that may have been
 * made, and did not show when they were looked for last.
 */
export async function capture(api: PurseApi, request: CaptureRequest, doubted: Set<string>): Promise<unknown> {
  const { payment, attempt, amount, idempotencyKey } = request;
  // Nothing to address: what became of the attempt has to be read first.
  if (attempt.providerId === null) throw new GatewayError('unknown', 'attempt_unknown');
  if (amount.currency !== payment.amount.currency || amount.exponent !== payment.amount.exponent)
    throw refused('amount_mismatch', 'merchant_setup', 'A capture is in the currency of its payment.');
  const before = await api.get('payment', attempt.providerId, payment);
  const reference = `florin-${idempotencyKey}`;
  if (isDone(before, reference, request)) {
    doubted.delete(reference);
    return before;
  }
  const { captured, isListed, available } = stateOf(before);
  // Purse may show late what it has made.
  const mayBeMade = attempt.uncertain === true || doubted.has(reference);
  if (mayBeMade || (captured > 0 && !isListed)) throw new GatewayError('unknown', 'capture_unclear');
  if (available !== null && amount.value > available)
    throw refused('amount_not_available', 'merchant_setup', 'Less than that is left to capture.');
  const body = { amount: amount.value, currency: amount.currency, reference };
  doubted.add(reference);
  await api.post('capture', attempt.providerId, body, payment).catch((thrown: unknown) => {
    if (toGatewayError(thrown).outcome !== 'unknown') doubted.delete(reference);
    throw thrown;
  });
  // From here on it has been made: whatever this look meets says nothing against it.
  const after = await api.get('payment', attempt.providerId, payment).catch((cause: unknown) => {
    throw new GatewayError('unknown', toGatewayError(cause).code, { cause });
  });
  isDone(after, reference, request);
  doubted.delete(reference);
  return after;
}

/** This very capture has been made. One that is there and is not plainly made, or not as it was asked for, throws. */
function isDone(answer: unknown, reference: string, { amount }: CaptureRequest): boolean {
  const ours = capturesIn(answer).filter((each) => each?.['reference'] === reference);
  if (ours.length === 0) return false;
  const isAsAsked = ours.every(
    ({ amount: value = amount.value, currency = amount.currency }) =>
      value === amount.value && currency === amount.currency,
  );
  const ends = ours.map(endOf);
  if (isAsAsked && ends.includes('completed')) return true;
  if (isAsAsked && ends.every((end) => end === 'failed'))
    throw refused('capture_failed', 'merchant_setup', 'Purse could not make this capture.');
  throw new GatewayError('unknown', 'capture_unclear');
}

/** A capture that is listed without a word of its own has been made. */
function endOf({ status, state = status }: Native): string | undefined {
  if (state === undefined || /^(?:captured|succeeded)$/i.test(String(state))) return 'completed';
  return provider.read({ state }).attempt?.status;
}

interface CaptureState {
  /** Captures bear their references: one can be told from another. */
  isListed: boolean;
  captured: number;
  /** `null`: it is not said. */
  available: number | null;
}

function stateOf(answer: unknown): CaptureState {
  const { totals } = (answer ?? {}) as { totals?: Native };
  const list = capturesIn(answer);
  const { captured, available_to_capture: available } = totals ?? {};
  return {
    isListed: list.length > 0 && list.every((each) => typeof each?.['reference'] === 'string'),
    captured: typeof captured === 'number' ? captured : 0,
    available: typeof available === 'number' ? available : null,
  };
}

function capturesIn(answer: unknown): Native[] {
  const { captures } = (answer ?? {}) as { captures?: unknown };
  return Array.isArray(captures) ? (captures as Native[]) : [];
}
