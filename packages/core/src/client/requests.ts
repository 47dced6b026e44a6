import type { ActionAnswer, AttemptRequest, Intent } from '@florin/contract';
import type { CheckoutProblem, Decision } from '../payment/state.js';
import type { Exchange, Reader } from './exchange.js';

export type ReadResult = { intent: Intent } | { problem: CheckoutProblem };

/** How a decision fared: done; not done, and it is said so; or nobody knows. */
export type SendResult =
  | { type: 'answered'; intent: Intent }
  | { type: 'refused'; problem: CheckoutProblem }
  | { type: 'unanswered'; problem: CheckoutProblem };

export type Body = AttemptRequest | ActionAnswer | undefined;

/** ms. A payment may wait for an issuer; a read may not. */
const SEND_TIMEOUT = 30_000;
const READ_TIMEOUT = 10_000;

/** The calls that a payment is made of. None of them throws but `openStream`: whatever happens comes back as a result. */
export function createRequests(exchange: Exchange, reader: Reader<Intent>) {
  async function read(signal: AbortSignal): Promise<ReadResult> {
    const answer = await exchange.get(reader, READ_TIMEOUT, signal);
    return 'value' in answer ? { intent: answer.value } : { problem: answer.problem };
  }

  async function send(decision: Decision, body: Body, signal: AbortSignal): Promise<SendResult> {
    const path = pathOf(decision);
    const answer = await exchange.post({ path, body, key: decision.key, reader, limit: SEND_TIMEOUT, signal });
    if ('value' in answer) return { type: 'answered', intent: answer.value };
    return { type: answer.isLost ? 'unanswered' : 'refused', problem: answer.problem };
  }

  function openStream(lastVersion: number | undefined, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (lastVersion !== undefined) headers['last-event-id'] = String(lastVersion);
    return exchange.open('/events', headers, signal);
  }

  return { read, send, openStream };
}

function pathOf({ kind, attempt }: Decision): string {
  return kind === 'submit' ? '/attempts' : `/attempts/${encodeURIComponent(attempt ?? '')}/${kind}`;
}
