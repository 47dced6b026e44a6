import { provider } from '@florin/providers/purse';
import { GatewayError } from '../../gateway.js';
import type { PurseOptions } from './options.js';

type Native = Record<string, unknown>;

/** Stands between the merchant's reference of an order and our attempt's id. */
const MARK = '-pa_';

/** Purse names no field that comes back but the order's reference (`order_reference` of a payment). */
export function markedReference({ reference }: Native, attemptId: string): string {
  return `${String(reference)}-${attemptId}`;
}

/**
 * Which payment of a session an attempt has made; `null`: none that could still be paid. A payment that names no attempt may
 * be anybody's: unless it has failed nothing is certain, and nobody is asked to pay again.
 */
export function findSent(
  answer: unknown,
  sessionId: string,
  attemptId: string,
  { attemptIn = 'order_reference' }: PurseOptions,
): Native | null {
  const payments = paymentsIn(answer).filter(({ client_session_id: id }) => id === undefined || id === sessionId);
  const marks = payments.map((payment) => markOf(payment, attemptIn));
  const ours = payments.filter((_, index) => isMarkOf(marks[index], attemptId));
  const found = ours.find((payment) => statusOf(payment) === 'completed') ?? ours.at(-1);
  if (found) return found;
  const anybodys = payments.filter((payment, index) => !isMark(marks[index]) && !isOver(statusOf(payment)));
  if (anybodys.length > 0) throw new GatewayError('unknown', 'payment_unattributed');
  return null;
}

function statusOf(payment: Native): string | undefined {
  return provider.read(payment).attempt?.status;
}

function isOver(status: string | undefined): boolean {
  return status === 'failed' || status === 'cancelled';
}

function isMark(mark: string | undefined): boolean {
  return mark !== undefined && `-${mark}`.includes(MARK);
}

function markOf(payment: Native, attemptIn: PurseOptions['attemptIn']): string | undefined {
  const [split] = Array.isArray(payment['split']) ? (payment['split'] as unknown[]) : [];
  const mark =
    attemptIn === 'split_reference' ? (split as Native | undefined)?.['reference'] : payment['order_reference'];
  return typeof mark === 'string' ? mark : undefined;
}

function isMarkOf(mark: string | undefined, attemptId: string): boolean {
  return mark === attemptId || (mark?.endsWith(`-${attemptId}`) ?? false);
}

/** The list itself, or the list in an envelope. */
function paymentsIn(answer: unknown): Native[] {
  const { payments, data, items } = (answer ?? {}) as Native;
  const list = [answer, payments, data, items].find(Array.isArray) as unknown[] | undefined;
  const isWhole = list?.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  if (!list || !isWhole) throw new GatewayError('unknown', 'unreadable');
  return list as Native[];
}
