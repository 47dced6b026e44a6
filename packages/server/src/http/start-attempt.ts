import { AttemptRequest, type FailureReport } from '@florin/contract';
import { toGatewayError, type Gateway, type GatewayError } from '../gateway.js';
import { doubt, findAttempt, isLive, liveAttempt, replaceAttempt, undecidedAttempt } from '../intent-record.js';
import type { AttemptRecord, IntentRecord } from '../intent-record.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import { toPayment } from '../provider-reader.js';
import { waitFor } from '../rate-limiter.js';
import { randomToken } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import type { HeldCards } from '../store/card-store.js';
import { reportUnreadable } from '../unreadable-payload.js';
import type { Begun } from '../store/intent-store.js';
import { readAs } from './body.js';
import { refuseIfFinal } from './guards.js';
import { meansOf, type PaymentMeans } from './payment-means.js';
import { publish } from './publish.js';
import { write } from './write.js';

/** `POST /intents/{id}/attempts`: the attempt is in the store before the provider hears of it. */
export function startAttempt(context: ServerContext, request: Request, intentId: string): Promise<Response> {
  return write(context, request, {
    ...attemptCall(context, intentId),
    route: 'attempts',
    act: async (begun, sent) => {
      await sendIfUnsent(context, begun, sent);
      return publish(context, intentId);
    },
  });
}

/** A body that fits the contract, and what has to be known of it. */
export interface SentAttempt extends AttemptRequest {
  means: PaymentMeans;
}

/** What every way to start an attempt shares. */
export function attemptCall(context: ServerContext, intentId: string) {
  return {
    intentId,
    read: async (json: unknown, intent: IntentRecord): Promise<SentAttempt> => {
      const body = readAs(AttemptRequest, json);
      return { ...body, means: await meansOf(context, intent, body.method) };
    },
    status: 201,
    begin: (intent: IntentRecord, sent: SentAttempt, resumed: string | null, cards: HeldCards) =>
      resume(context, intent, resumed) ?? begin(context, intent, sent, cards),
  };
}

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

function resume({ clock }: ServerContext, intent: IntentRecord, resumed: string | null): Begun | null {
  const attempt = findAttempt(intent, resumed ?? '');
  if (!attempt) return null;
  const unsent = isLive(attempt) && attempt.providerId === null;
  return {
    // The first request may have reached the provider: from now on only the provider can say that it did not.
    intent: unsent ? replaceAttempt(intent, { ...attempt, sentAt: clock.now(), uncertain: true }) : intent,
    attemptId: attempt.id,
  };
}

async function begin(
  { clock, attemptLimit }: ServerContext,
  intent: IntentRecord,
  { means }: SentAttempt,
  cards: HeldCards,
): Promise<Begun> {
  const now = clock.now();
  refuseIfFinal(intent, now);
  if (undecidedAttempt(intent)) throw new ProblemError('attempt_in_progress');
  const id = `pa_${randomToken(18)}`;
  const { method, gateway, save, installments, plan } = await means.claim(intent, id, cards);
  const created = intent.attempts.map((attempt) => attempt.createdAt);
  const wait = waitFor(attemptLimit, created, now);
  if (wait > 0) throw new ProblemError('rate_limited', { retryAfter: wait / 1000 });
  const attempt: AttemptRecord = {
    id,
    status: 'processing',
    uncertain: false,
    method,
    isFallback: false,
    ...(installments && { installments }),
    ...(plan && { plan }),
    gateway,
    providerId: null,
    nonce: randomToken(),
    nextAction: null,
    failure: null,
    createdAt: now,
    sentAt: now,
  };
  const customerId = intent.customer?.id;
  if (save && customerId !== undefined)
    await cards.saveLater({ attemptId: id, intentId: intent.id, customerId, gateway }, now);
  return { intent: { ...intent, attempts: [...intent.attempts, attempt] }, attemptId: id };
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
  const notificationUrl = `${publicUrl}/three-ds/${attempt.nonce}`;
  try {
    const payment = toPayment(opened, attempt.gateway);
    const reading = await gateway.start({
      payment,
      attempt,
      input,
      ...(await means.handOver(intent, attempt)),
      authenticate: wantsAuthentication(opened, attempt),
      browser: browser ?? null,
      notificationUrl,
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
  const payment = toPayment(intent, attempt.gateway);
  if (!gateway.open || payment.providerIntentId !== null) return intent;
  try {
    const providerIntentId = await gateway.open(payment);
    await context.store.recordProviderIntent(intent.id, attempt.gateway, providerIntentId);
    return { ...intent, providerIntents: { ...intent.providerIntents, [attempt.gateway]: providerIntentId } };
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
