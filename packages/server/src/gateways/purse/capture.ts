import { GatewayError, type CaptureRequest } from '../../gateway.js';
import type { PurseApi } from './api.js';
import { refused } from './refusal.js';

type Native = Record<string, unknown>;

/**
 * Captures once for each key, and answers the payment. Purse documents no idempotency: so the payment is read first, and a
 * capture that cannot be told from another one is not made a second time.
 */
export async function capture(api: PurseApi, request: CaptureRequest): Promise<unknown> {
  const { payment, attempt, amount, idempotencyKey } = request;
  // Nothing to address: what became of the attempt has to be read first.
  if (attempt.providerId === null) throw new GatewayError('unknown', 'attempt_unknown');
  if (amount.currency !== payment.amount.currency || amount.exponent !== payment.amount.exponent)
    throw refused('amount_mismatch', 'merchant_setup', 'A capture is in the currency of its payment.');
  const before = await api.get('payment', attempt.providerId, payment);
  const reference = `florin-${idempotencyKey}`;
  const state = stateOf(before, reference);
  if (state.isDone) return before;
  if (state.captured > 0 && !state.isListed) throw new GatewayError('unknown', 'capture_unclear');
  if (state.available !== null && amount.value > state.available)
    throw refused('amount_not_available', 'merchant_setup', 'Less than that is left to capture.');
  const body = { amount: amount.value, currency: amount.currency, reference };
  await api.post('capture', attempt.providerId, body, payment);
  return api.get('payment', attempt.providerId, payment);
}

interface CaptureState {
  /** This very capture has been made. */
  isDone: boolean;
  /** Captures bear their references: one can be told from another. */
  isListed: boolean;
  captured: number;
  /** `null`: it is not said. */
  available: number | null;
}

function stateOf(answer: unknown, reference: string): CaptureState {
  const { totals, captures } = (answer ?? {}) as { totals?: Native; captures?: unknown };
  const list = Array.isArray(captures) ? (captures as Native[]) : [];
  const { captured, available_to_capture: available } = totals ?? {};
  return {
    isDone: list.some((each) => each?.['reference'] === reference),
    isListed: list.length > 0 && list.every((each) => typeof each?.['reference'] === 'string'),
    captured: typeof captured === 'number' ? captured : 0,
    available: typeof available === 'number' ? available : null,
  };
}
