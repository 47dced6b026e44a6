import { provider } from '@florin/providers/purse';
import { GatewayError, type GatewayPayment } from '../../gateway.js';
import type { PurseOptions } from './options.js';
import { readPaymentList } from './payment-list.js';

type Native = Record<string, unknown>;

/** An attempt's id in its place, and all of it: one that was cut short could be any attempt's. */
const marks = { order_reference: /-(pa_[\w-]{24})$/, split_reference: /^(pa_[\w-]{24})$/ };

/** Purse names no field that comes back but the order's reference (`order_reference` of a payment). */
export function markedReference({ reference }: Native, attemptId: string): string {
  return `${String(reference)}-${attemptId}`;
}

/** Which attempt a payment is of; `null`: it does not say. */
export function attemptIdIn(payment: Native, { attemptIn = 'order_reference' }: PurseOptions): string | null {
  const [split] = Array.isArray(payment['split']) ? (payment['split'] as unknown[]) : [];
  const { reference } = (split ?? {}) as Native;
  const mark = attemptIn === 'split_reference' ? reference : payment['order_reference'];
  return typeof mark === 'string' ? (marks[attemptIn].exec(mark)?.[1] ?? null) : null;
}

/**
 * Which payment of its session an attempt has made; `null`: none that could still be paid. That it is not there is only
 * believed of a list that is certainly the session's, and whole, and in which every payment names its attempt or has
 * failed. Otherwise nothing is certain, and nobody is asked to pay again.
 */
export function findSent(
  answer: unknown,
  payment: GatewayPayment,
  attemptId: string,
  options: PurseOptions,
): Native | null {
  const { payments, goesOn } = readPaymentList(answer);
  const isOurs = (each: Native) => attemptIdIn(each, options) === attemptId && isOfSession(each, payment);
  const ours = payments.filter(isOurs);
  const found = ours.find((each) => readAttempt(each)?.status === 'completed') ?? ours.at(-1);
  if (found) return found;
  if (!payments.every((each) => isOfSession(each, payment))) throw new GatewayError('unknown', 'filter_ignored');
  if (goesOn) throw new GatewayError('unknown', 'list_incomplete');
  if (payments.some((each) => attemptIdIn(each, options) === null && !isOver(each)))
    throw new GatewayError('unknown', 'payment_unattributed');
  return null;
}

/** A payment that does not name its session is known by its order. */
function isOfSession(each: Native, { providerIntentId, order }: GatewayPayment): boolean {
  const { client_session_id: sessionId, order_reference: reference } = each;
  if (typeof sessionId === 'string') return sessionId === providerIntentId;
  const ours = order?.reference;
  return ours !== undefined && (reference === ours || String(reference).startsWith(`${ours}-`));
}

/** It has failed, and not in a way in which it may have been paid before. */
function isOver(each: Native): boolean {
  const { status, failure } = readAttempt(each) ?? {};
  return (status === 'failed' || status === 'cancelled') && failure?.recovery !== 'verify_outcome';
}

function readAttempt(each: Native) {
  return provider.read(each).attempt;
}
