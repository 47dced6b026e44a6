import type { Violation } from '@florin/contract';
import { isObject, textOf } from '../json.js';
import type { AttemptReading, Reading } from '../provider.js';
import { unread, unreadable } from '../unread.js';
import { readFailure } from './failure.js';
import { readNextAction } from './next-action.js';
import { attemptStatusOf, intentStatusOf, isAttemptOnlyStatus } from './statuses.js';

type Native = Record<string, unknown>;

/** Reads an answer's envelope, an intent with its active attempt, or an attempt alone. Does not throw. */
export function read(payload: unknown): Reading {
  if (!isObject(payload)) return unreadable([{ pointer: '', code: 'expected_object' }]);
  const [native, base] = isObject(payload['data']) ? [payload['data'], '/data'] : [payload, ''];
  const status = textOf(native['status']);
  if (status === undefined) return unreadable([statusViolation(native, base)]);
  if (isAttempt(native, status)) return { attempt: readAttempt(native, status) };
  const active = native['active_attempt'];
  const about = { status: intentStatusOf(status) };
  if (active === undefined || active === null || isEmpty(active)) return { ...about, attempt: null };
  const place = `${base}/active_attempt`;
  if (!isObject(active)) return { ...about, ...unreadable([{ pointer: place, code: 'expected_object' }]) };
  const attempt = readAttempt(active, textOf(active['status']));
  const isWhole = textOf(active['status']) !== undefined;
  return { ...about, attempt, ...(!isWhole && { violations: [statusViolation(active, place)] }) };
}

function statusViolation(native: Native, base: string): Violation {
  return { pointer: `${base}/status`, code: native['status'] === undefined ? 'required' : 'expected_string' };
}

/** Some answers have `[]` where an object is expected. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const attemptFields = ['next_action', 'failure', 'gateway', 'failover', 'method', 'processing_at'];

function isAttempt(native: Native, status: string): boolean {
  if (Object.hasOwn(native, 'active_attempt')) return false;
  return isAttemptOnlyStatus(status) || attemptFields.some((field) => Object.hasOwn(native, field));
}

function readAttempt(native: Native, nativeStatus: string | undefined): AttemptReading {
  const id = textOf(native['id']);
  if (nativeStatus === undefined) return { ...unread, ...(id !== undefined && { id }) };
  const status = attemptStatusOf(nativeStatus);
  const failure = readFailure(native['failure']);
  // Not final, and the provider says that it does not know: the code tells it, the status does not.
  const uncertain = failure?.reason === 'unknown_outcome' && status === 'processing';
  return {
    ...(id !== undefined && { id }),
    status,
    uncertain,
    is_fallback: isFallback(native),
    next_action: status === 'action_required' ? readNextAction(native['next_action']) : null,
    failure: uncertain ? null : failure,
  };
}

/** The documentation says `is_fallback`, the system's own client `failover.is_failover`. */
function isFallback(native: Native): boolean {
  const failover = native['failover'];
  return native['is_fallback'] === true || (isObject(failover) && failover['is_failover'] === true);
}
