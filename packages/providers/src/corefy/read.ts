import type { AttemptStatus, Failure, Violation } from '@florin/contract';
import type { Codes } from '../code-table.js';
import { intOf, isObject, textOf } from '../json.js';
import type { AttemptReading, Reading } from '../provider.js';
import { totalOf } from '../reversals.js';
import { unlistedStatus } from '../unlisted.js';
import { unread, unreadable } from '../unread.js';
import { asksForSomething, readNextAction } from './next-action.js';
import { statusOf } from './statuses.js';

type Native = Record<string, unknown>;

/**
 * Makes the reader of a Corefy brand: JSON:API resources of payment invoices, and what the card gateway answers to a sale.
 * An invoice is one try to pay, and the payment: both are read from its status. It does not throw.
 */
export function readerOf(codes: Codes): (payload: unknown) => Reading {
  return (payload) => {
    if (!isObject(payload)) return unreadable([{ pointer: '', code: 'expected_object' }]);
    // `data` is a list where invoices were looked for by a filter.
    const [resource, place] = Array.isArray(payload['data'])
      ? [payload['data'][0] as unknown, '/data/0']
      : Object.hasOwn(payload, 'data')
        ? [payload['data'], '/data']
        : [payload, ''];
    if (!isObject(resource)) return unreadable([violation(resource, place, 'object')]);
    const { attributes } = resource;
    if (!isObject(attributes))
      return unreadable([violation(attributes, `${place}/attributes`, 'object')], textOf(resource['id']));
    const status = textOf(attributes['status']);
    if (status === undefined)
      return unreadable(
        [violation(attributes['status'], `${place}/attributes/status`, 'string')],
        textOf(resource['id']),
      );
    return readInvoice(codes, payload, { id: textOf(resource['id']), status, attributes });
  };
}

interface Invoice {
  id: string | undefined;
  status: string;
  attributes: Native;
}

function readInvoice(codes: Codes, envelope: Native, { id, status: native, attributes }: Invoice): Reading {
  const entry = statusOf(native);
  const resolution = textOf(attributes['resolution']);
  const revision = intOf(attributes['updated']);
  const failure = readFailure(codes, native, resolution);
  const status = entry ? endOf(entry.attempt, failure) : unlistedStatus(native);
  const isLive = entry?.attempt === 'processing';
  const next_action = isLive && !entry.uncertain ? readNextAction(envelope, attributes, resolution) : null;
  const isAsked = next_action !== null || (isLive && asksForSomething(resolution));
  const attempt: AttemptReading = {
    ...unread,
    ...(id !== undefined && { id }),
    status: isAsked ? 'action_required' : status,
    uncertain: entry?.uncertain ?? false,
    next_action,
    failure: status === 'failed' ? failure : null,
    ...(revision !== undefined && { revision }),
  };
  const wasPaid = entry?.attempt === 'completed';
  return { status: entry?.payment ?? 'pending', attempt, ...(wasPaid && readReversals(attributes)) };
}

/** In major units, as the amount is. */
function readReversals({ amount, refunded_amount, charged_back_amount }: Native): Omit<Reading, 'attempt'> {
  const refunded = totalOf(refunded_amount, amount);
  const chargedBack = totalOf(charged_back_amount, amount);
  return {
    ...(refunded !== undefined && { refunded: { major: refunded } }),
    ...(chargedBack !== undefined && { charged_back: { major: chargedBack } }),
  };
}

/** Who gives up after the money may have been taken has not cancelled: nobody is asked to pay again. */
function endOf(status: AttemptStatus, failure: Failure | null): AttemptStatus {
  return status === 'cancelled' && failure?.recovery === 'verify_outcome' ? 'failed' : status;
}

/** A resolution that says `ok` explains no failure; an expired invoice needs none. */
function readFailure(codes: Codes, status: string, resolution: string | undefined): Failure | null {
  const isSilent = resolution === undefined || resolution.toLowerCase() === 'ok';
  if (isSilent && status.toLowerCase() === 'expired') return codes.describe('transaction_expired');
  return resolution === undefined ? null : codes.describe(resolution);
}

function violation(value: unknown, pointer: string, expected: string): Violation {
  return { pointer, code: value === undefined ? 'required' : `expected_${expected}` };
}
