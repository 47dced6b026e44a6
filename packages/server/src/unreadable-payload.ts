import type { Violation } from '@florin/contract';
import type { Reading } from '@florin/providers';
import { GatewayError } from './gateway.js';
import type { AttemptRecord } from './intent-record.js';
import type { ServerContext } from './server-context.js';

/** The word of every gateway for an answer that is no JSON, or lacks what it needs. */
const UNREADABLE = 'unreadable';

interface Said {
  code?: string;
  violations?: readonly Violation[];
}

/** Of a reading that could not be read: no information, and so no reason to doubt what is known. */
export function unreadableError({ violations }: Reading): GatewayError {
  return new GatewayError('unknown', UNREADABLE, violations && { violations });
}

export function isUnreadable({ code }: GatewayError): boolean {
  return code === UNREADABLE;
}

/**
 * Where a provider's answer is not what its room reads: once, until it is another place or one can be read again, however often
 * it is asked. Pointers and codes alone: a value may be a card's.
 */
export function reportUnreadable(
  { log, unreadable }: ServerContext,
  intent: string,
  { id: attempt, gateway }: AttemptRecord,
  { code, violations = [] }: Said,
): void {
  const where = violations.length === 0 && code === UNREADABLE ? [{ pointer: '', code }] : violations;
  // A call that failed otherwise has brought nothing to read.
  if (where.length === 0) return code === undefined ? void unreadable.delete(attempt) : undefined;
  const text = JSON.stringify(where);
  if (unreadable.get(attempt) === text) return;
  unreadable.set(attempt, text);
  log({ level: 'error', event: 'payload_unreadable', gateway, intent, attempt, violations: where });
}
