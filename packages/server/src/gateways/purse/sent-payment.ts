import { provider } from '@florin/providers/purse';
import { GatewayError } from '../../gateway.js';
import type { PurseOptions } from './options.js';

type Native = Record<string, unknown>;

/** What stands before the random part of an attempt's id. */
const PREFIX = 'pa_';

/** Purse names no field that comes back but the order's reference (`order_reference` of a payment). */
export function markedReference({ reference }: Native, attemptId: string): string {
  return `${String(reference)}-${attemptId}`;
}

/** Which attempt a payment is of; `null`: it does not say. */
export function attemptIdIn(payment: Native, { attemptIn = 'order_reference' }: PurseOptions): string | null {
  const [split] = Array.isArray(payment['split']) ? (payment['split'] as unknown[]) : [];
  const { reference } = (split ?? {}) as Native;
  const mark = attemptIn === 'split_reference' ? reference : payment['order_reference'];
  if (typeof mark !== 'string') return null;
  const start = `-${mark}`.lastIndexOf(`-${PREFIX}`);
  return start < 0 ? null : mark.slice(start);
}

/**
 * Which payment of a session an attempt has made; `null`: none that could still be paid. A payment that names no attempt may
 * be anybody's: unless it has failed nothing is certain, and nobody is asked to pay again.
 */
export function findSent(answer: unknown, sessionId: string, attemptId: string, options: PurseOptions): Native | null {
  const payments = paymentsIn(answer).filter(({ client_session_id: id }) => id === undefined || id === sessionId);
  const ours = payments.filter((payment) => attemptIdIn(payment, options) === attemptId);
  const found = ours.find((payment) => statusOf(payment) === 'completed') ?? ours.at(-1);
  if (found) return found;
  if (payments.some((payment) => attemptIdIn(payment, options) === null && !isOver(payment)))
    throw new GatewayError('unknown', 'payment_unattributed');
  return null;
}

function isOver(payment: Native): boolean {
  return ['failed', 'cancelled'].includes(statusOf(payment) ?? '');
}

function statusOf(payment: Native): string | undefined {
  return provider.read(payment).attempt?.status;
}

/** The list itself, or the list in an envelope. */
function paymentsIn(answer: unknown): Native[] {
  const { payments, data, items } = (answer ?? {}) as Native;
  const list = [answer, payments, data, items].find(Array.isArray) as unknown[] | undefined;
  const isWhole = list?.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  if (!list || !isWhole) throw new GatewayError('unknown', 'unreadable');
  return list as Native[];
}
