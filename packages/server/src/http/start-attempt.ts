import { AttemptRequest } from '@florin/contract';
import { findAttempt, isLive, replaceAttempt, undecidedAttempt } from '../intent-record.js';
import type { AttemptRecord, IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { waitFor } from '../rate-limiter.js';
import { randomToken } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import type { HeldCards } from '../store/card-store.js';
import type { Begun, LoneCalls } from '../store/intent-store.js';
import { readAs } from './body.js';
import { refuseIfFinal } from './guards.js';
import { refuseBeside } from './lone-call.js';
import { meansOf } from './means-of.js';
import { publish } from './publish.js';
import { sendIfUnsent, type SentAttempt } from './send-attempt.js';
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

/** What every way to start an attempt shares. */
export function attemptCall(context: ServerContext, intentId: string) {
  return {
    intentId,
    read: async (json: unknown, intent: IntentRecord): Promise<SentAttempt> => {
      const body = readAs(AttemptRequest, json);
      return { ...body, means: await meansOf(context, intent, body.method) };
    },
    status: 201,
    begin: async (
      intent: IntentRecord,
      sent: SentAttempt,
      resumed: string | null,
      cards: HeldCards,
      others: () => Promise<LoneCalls>,
    ) => resume(context, intent, resumed) ?? begin(context, intent, sent, cards, others),
  };
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
  others: () => Promise<LoneCalls>,
): Promise<Begun> {
  const now = clock.now();
  refuseIfFinal(intent, now);
  if (undecidedAttempt(intent)) throw new ProblemError('attempt_in_progress');
  // The attempt before has ended while an answer about it was on its way: what comes of that is heard first.
  await refuseBeside(others);
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
