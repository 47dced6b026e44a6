import type { AttemptRequest, FailureReport } from '@florin/contract';
import { toGatewayError, type Gateway, type GatewayError } from '../gateway.js';
import { doubt, findAttempt, isLive, liveAttempt, replaceAttempt } from '../intent-record.js';
import type { AttemptRecord, IntentRecord } from '../intent-record.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import { toPayment } from '../provider-reader.js';
import type { ServerContext } from '../server-context.js';
import type { Begun } from '../store/intent-store.js';
import { reportUnreadable } from '../unreadable-payload.js';
import type { PaymentMeans } from './payment-means.js';

/** A body that fits the contract, and what has to be known of it. */
export interface SentAttempt extends AttemptRequest {
  means: PaymentMeans;
}

/** Hands the attempt to the provider, and keeps what it answers; what it does not answer plainly is asked until it is known. */
export async function sendIfUnsent(
  context: ServerContext,
  { intent, attemptId }: Begun,
  sent: SentAttempt,
): Promise<void> {
  const attempt = findAttempt(intent, attemptId ?? '');
  // A crashed first request got further than it could say: the provider has answered since.
  const waits = attempt && isLive(attempt) && attempt.providerId === null;
  if (waits) await send(context, intent, attempt, sent);
}

async function send(
  context: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  { method: input, browser, means }: SentAttempt,
): Promise<void> {
  const { store, gateways, watcher, reader, publicUrl } = context;
  const gateway = gateways.get(attempt.gateway);
  // The gateway may have been taken out of the configuration since the intent was made.
  if (!gateway) return fail(context, intent, attempt, 'gateway_missing', null);
  const opened = await open(context, gateway, intent, attempt);
  if (!opened) return;
  const { id: idempotencyKey } = attempt;
  try {
    const payment = toPayment(context, opened, attempt.gateway);
    const reading = await gateway.start({
      payment,
      attempt,
      input,
      // May hold less of the input than was sent.
      ...(await means.handOver(intent, attempt)),
      authenticate: wantsAuthentication(opened, attempt),
      // Taken over or given up meanwhile, a charge that is sent now would be one too many.
      isInTime: () => context.clock.now() < attempt.sentAt + Math.min(context.keyLease, context.unreceivedAfter),
      browser: browser ?? null,
      notificationUrl: `${publicUrl}/three-ds/${attempt.nonce}`,
      returnUrl: `${payment.returnUrl}?three_ds=${attempt.nonce}`,
      idempotencyKey,
    });
    // The provider answered, but not about an attempt: whether there is one has to be asked.
    await reader.keep(intent.id, attempt, reading.attempt ? reading : { ...reading, attempt: unread });
  } catch (thrown) {
    const error = toGatewayError(thrown);
    report(context, 'provider_start_failed', intent, attempt, error);
    if (error.outcome === 'not_sent') return withdraw(context, intent, attempt, error);
    if (error.outcome === 'refused') return fail(context, intent, attempt, error.code, error.failure);
    await store.change(intent.id, (latest) => doubt(latest, attempt.id));
  }
  watcher.watch(intent.id);
}

/** The attempt before was declined for want of 3-D Secure or the like: the same card comes again, with that step. */
function wantsAuthentication({ attempts }: IntentRecord, attempt: AttemptRecord): boolean {
  const before = attempts[attempts.findIndex(({ id }) => id === attempt.id) - 1];
  return before?.status === 'failed' && before.failure?.reason === 'authentication_required';
}

const unread = { status: 'processing', uncertain: true, is_fallback: false, next_action: null, failure: null };

/** The provider gets to know the payment first, and its identifier is kept, before any money can move. */
async function open(
  context: ServerContext,
  gateway: Gateway,
  intent: IntentRecord,
  attempt: AttemptRecord,
): Promise<IntentRecord | null> {
  const payment = toPayment(context, intent, attempt.gateway);
  if (!gateway.open || payment.providerIntentId !== null) return intent;
  try {
    const providerIntentId = await gateway.open(payment);
    await context.store.recordProviderIntent(intent.id, attempt.gateway, providerIntentId);
    // Another process may have opened it meanwhile: the one that is kept is where everybody looks.
    const { providerIntents } = (await context.store.find(intent.id)) ?? intent;
    return { ...intent, providerIntents: { [attempt.gateway]: providerIntentId, ...providerIntents } };
  } catch (thrown) {
    const error = toGatewayError(thrown);
    report(context, 'provider_open_failed', intent, attempt, error);
    // Whatever became of this call, no attempt has been made.
    if (error.outcome !== 'refused') await withdraw(context, intent, attempt, error);
    else await fail(context, intent, attempt, error.code, error.failure);
    return null;
  }
}

/** Nothing happened: the attempt goes, and the same key may run again. */
async function withdraw(
  { store, watcher }: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  error: GatewayError,
): Promise<void> {
  const latest = await store.change(intent.id, (latest) => {
    const ours = findAttempt(latest, attempt.id);
    if (!ours || !isLive(ours) || ours.providerId !== null || ours.uncertain) return latest;
    return { ...latest, attempts: latest.attempts.filter(({ id }) => id !== attempt.id) };
  });
  if (!latest || !findAttempt(latest, attempt.id))
    throw new ProblemError('provider_unavailable', { retryAfter: error.retryAfter ?? 2 });
  // A read in the meantime found it at the provider after all, or an earlier sending of it may have arrived.
  watcher.watch(intent.id);
}

async function fail(
  context: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  code: string,
  failure: FailureReport | null,
): Promise<void> {
  const report = failure ?? {
    code: { value: code, category: 'MERCHANT_CONFIG_ERROR', message: null },
    reason: 'merchant_setup',
  };
  const latest = await context.store.change(intent.id, (latest) => {
    const ours = findAttempt(latest, attempt.id);
    // What is said of this sending proves nothing about an earlier one.
    if (!ours || !isLive(ours) || ours.uncertain) return latest;
    return replaceAttempt(latest, { ...ours, status: 'failed', uncertain: false, nextAction: null, failure: report });
  });
  if (latest && liveAttempt(latest)) context.watcher.watch(intent.id);
}

function report(
  context: ServerContext,
  event: string,
  intent: IntentRecord,
  attempt: AttemptRecord,
  error: GatewayError,
): void {
  const { outcome, code } = error;
  context.log({ level: 'warn', event, intent: intent.id, attempt: attempt.id, outcome, code, ...describeError(error) });
  reportUnreadable(context, intent.id, attempt, error);
}
