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

/** Where a provider's answer is not what its room reads. Pointers and codes alone: a value may be a card's. */
export function reportUnreadable(
  { log }: ServerContext,
  intent: string,
  { id: attempt, gateway }: AttemptRecord,
  { code, violations = [] }: Said,
): void {
  const where = violations.length === 0 && code === UNREADABLE ? [{ pointer: '', code }] : violations;
  if (where.length > 0)
    log({ level: 'error', event: 'payload_unreadable', gateway, intent, attempt, violations: where });
}
