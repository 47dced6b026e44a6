import type { AttemptReading, Reading } from '../provider.js';
import { readFailure } from './failure.js';
import { isObject, textOf } from './json.js';
import { readNextAction } from './next-action.js';
import { attemptStatusOf, intentStatusOf, isAttemptOnlyStatus } from './statuses.js';

type Native = Record<string, unknown>;

/** What cannot be read says nothing about the payment: it is neither paid nor failed. */
const unknown: AttemptReading = {
  status: 'processing',
  uncertain: true,
  is_fallback: false,
  next_action: null,
  failure: null,
};

/** Reads an answer's envelope, an intent with its active attempt, or an attempt alone. Does not throw. */
export function read(payload: unknown): Reading {
  const native = isObject(payload) && isObject(payload['data']) ? payload['data'] : payload;
  const status = isObject(native) ? textOf(native['status']) : undefined;
  if (!isObject(native) || status === undefined) return { attempt: { ...unknown } };
  if (isAttempt(native, status)) return { attempt: readAttempt(native, status) };
  const active = native['active_attempt'];
  return {
    status: intentStatusOf(status),
    attempt: isObject(active) && Object.keys(active).length > 0 ? readAttempt(active, textOf(active['status'])) : null,
  };
}

const attemptFields = ['next_action', 'failure', 'gateway', 'failover', 'method', 'processing_at'];

function isAttempt(native: Native, status: string): boolean {
  if (Object.hasOwn(native, 'active_attempt')) return false;
  return isAttemptOnlyStatus(status) || attemptFields.some((field) => Object.hasOwn(native, field));
}

function readAttempt(native: Native, nativeStatus: string | undefined): AttemptReading {
  const id = textOf(native['id']);
  if (nativeStatus === undefined) return { ...unknown, ...(id !== undefined && { id }) };
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
