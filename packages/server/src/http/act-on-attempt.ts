import type { Reading } from '@florin/providers';
import { toGatewayError, type Gateway, type WriteRequest } from '../gateway.js';
import { doubt, undecidedAttempt, type AttemptRecord, type IntentRecord } from '../intent-record.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import { toPayment } from '../provider-reader.js';
import type { ServerContext } from '../server-context.js';
import { reportUnreadable, unreadableError } from '../unreadable-payload.js';

export interface AttemptCall {
  intent: IntentRecord;
  attempt: AttemptRecord;
  /** For the log. */
  event: string;
  providerKey: string;
  /** Money may move in this call: when its outcome is unknown, so is the payment's. */
  movesMoney: boolean;
  /** Absent: the gateway has no such call, and the provider is only read. */
  run: ((gateway: Gateway, request: WriteRequest) => Promise<Reading>) | undefined;
}

/** Calls the provider about an attempt. What is not answered plainly is read: the provider's state is the truth. */
export async function actOnAttempt(context: ServerContext, call: AttemptCall): Promise<void> {
  const { intent, attempt, providerKey: idempotencyKey } = call;
  const gateway = context.gateways.get(attempt.gateway);
  if (call.run && gateway) {
    try {
      const payment = toPayment(context, intent, attempt.gateway);
      const reading = await call.run(gateway, { payment, attempt, idempotencyKey });
      if (reading.violations) throw unreadableError(reading);
      await context.reader.keep(intent.id, attempt, reading);
      return watchWhileUndecided(context, intent.id);
    } catch (thrown) {
      const error = toGatewayError(thrown);
      const { outcome, code } = error;
      const { event } = call;
      reportUnreadable(context, intent.id, attempt, error);
      context.log({
        level: 'warn',
        event,
        intent: intent.id,
        attempt: attempt.id,
        outcome,
        code,
        ...describeError(error),
      });
      if (outcome === 'not_sent')
        throw new ProblemError(code === 'http_429' ? 'rate_limited' : 'provider_unavailable', {
          retryAfter: error.retryAfter ?? 2,
        });
    }
  }
  const read = await context.reader.tryReadNow(intent.id);
  if (!read && call.movesMoney) await context.store.change(intent.id, (latest) => doubt(latest, attempt.id));
  await watchWhileUndecided(context, intent.id);
}

async function watchWhileUndecided({ store, watcher }: ServerContext, intentId: string): Promise<void> {
  const intent = await store.find(intentId);
  if (intent && undecidedAttempt(intent)) watcher.watch(intentId);
}
