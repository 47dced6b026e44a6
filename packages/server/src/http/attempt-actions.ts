import { ActionAnswer, isAction, type NextAction } from '@florin/contract';
import { endChallenge } from '../challenge-end.js';
import { activeAttempt, isLive, type AttemptRecord, type IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import type { Begun } from '../store/intent-store.js';
import { actOnAttempt } from './act-on-attempt.js';
import { readAs } from './body.js';
import { refuseIfFinal, requireAttempt } from './guards.js';
import { leaseOf, refuseBeside } from './lone-call.js';
import { publish } from './publish.js';
import { write } from './write.js';

/** `POST …/confirm`: the customer answers the next action. */
export function confirmAttempt(context: ServerContext, request: Request, intentId: string, attemptId: string) {
  const isInTime = leaseOf(context);
  let isResumed = false;
  /** An answer was lost, or broke off on its way: whether this one is still asked for only the provider can say. */
  let looksFirst = false;
  return write(context, request, {
    intentId,
    route: `attempts/${attemptId}/confirm`,
    read: (json) => readAs(ActionAnswer, json),
    status: 200,
    begin: async (intent, answer, resumed, _, others): Promise<Begun> => {
      const attempt = requireAttempt(intent, attemptId);
      isResumed = resumed !== null;
      const isLate = isHint(answer) && (attempt === activeAttempt(intent) || !isLive(attempt));
      if (!isResumed && !isLate) refuseUnlessAwaited(context, intent, attempt, (action) => isAnswerTo(answer, action));
      if (isHint(answer)) return { intent, attemptId };
      const { hasOneBrokenOff } = await refuseBeside(others);
      looksFirst = isResumed || attempt.uncertain || hasOneBrokenOff;
      return { intent, attemptId, isAlone: true };
    },
    act: async ({ intent }, answer, providerKey) => {
      const attempt = requireAttempt(intent, attemptId);
      const call = { intent, attempt, providerKey, event: 'provider_confirm_failed' };
      if (!isLive(attempt)) return publish(context, intentId);
      // What a browser says about a challenge proves nothing: the provider has heard from the issuer itself.
      if (isHint(answer)) {
        if (answer.three_ds_challenge === 'done')
          await context.store.change(intentId, (latest) => endChallenge(latest, attemptId));
        await actOnAttempt(context, { ...call, movesMoney: false, run: undefined });
      } else if ('three_ds_challenge' in answer) await cancel(context, intent, attempt, providerKey);
      else {
        const isAsked = !looksFirst || (await isStillAsked(context, intentId, attemptId, answer));
        // Of an answer that was begun before, nobody may say that it was not given.
        if (isAsked === null && !isResumed) throw new ProblemError('provider_unavailable', { retryAfter: 2 });
        if (!isAsked && !isResumed) throw new ProblemError('action_not_expected');
        await actOnAttempt(context, {
          ...call,
          movesMoney: true,
          run: isAsked && isInTime() ? (gateway, write) => gateway.confirm({ ...write, answer }) : undefined,
        });
      }
      return publish(context, intentId);
    },
  });
}

/** Whether the provider itself says so; `null`: it cannot be read. */
async function isStillAsked(
  { reader }: ServerContext,
  intentId: string,
  attemptId: string,
  answer: ActionAnswer,
): Promise<boolean | null> {
  const latest = await reader.tryReadNow(intentId);
  const attempt = latest && requireAttempt(latest, attemptId);
  return attempt && !attempt.uncertain && isAwaited(latest, attempt, (action) => isAnswerTo(answer, action));
}

/** `POST …/resend`: another one-time code, another push. */
export function resendAttempt(context: ServerContext, request: Request, intentId: string, attemptId: string) {
  return write(context, request, {
    intentId,
    route: `attempts/${attemptId}/resend`,
    read: () => null,
    status: 200,
    begin: async (intent, _, resumed, _cards, others): Promise<Begun> => {
      const attempt = requireAttempt(intent, attemptId);
      if (resumed === null) {
        refuseUnlessAwaited(context, intent, attempt, canBeSentAgain);
        if (!context.gateways.get(attempt.gateway)?.resend) throw new ProblemError('action_not_expected');
        refuseIfTooEarly(attempt.nextAction, context.clock.now());
      }
      await refuseBeside(others);
      return { intent, attemptId, isAlone: true };
    },
    act: async ({ intent }, _, providerKey) => {
      const attempt = requireAttempt(intent, attemptId);
      const run = context.gateways.get(attempt.gateway)?.resend;
      if (isLive(attempt))
        await actOnAttempt(context, {
          intent,
          attempt,
          providerKey,
          event: 'provider_resend_failed',
          movesMoney: false,
          run: run && ((gateway, write) => run.call(gateway, write)),
        });
      return publish(context, intentId);
    },
  });
}

/** `POST …/cancel`: the customer gives up. The attempt is only cancelled when the provider says so. */
export function cancelAttempt(context: ServerContext, request: Request, intentId: string, attemptId: string) {
  return write(context, request, {
    intentId,
    route: `attempts/${attemptId}/cancel`,
    read: () => null,
    status: 200,
    begin: async (intent, _, resumed, _cards, others): Promise<Begun> => {
      const attempt = requireAttempt(intent, attemptId);
      if (resumed === null) refuseIfFinal(intent, context.clock.now());
      if (!isLive(attempt)) return { intent, attemptId };
      await refuseBeside(others);
      return { intent, attemptId, isAlone: true };
    },
    act: async ({ intent }, _, providerKey) => {
      const attempt = requireAttempt(intent, attemptId);
      if (isLive(attempt)) await cancel(context, intent, attempt, providerKey);
      return publish(context, intentId);
    },
  });
}

function cancel(
  context: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  providerKey: string,
): Promise<void> {
  const run = context.gateways.get(attempt.gateway)?.cancel;
  return actOnAttempt(context, {
    intent,
    attempt,
    providerKey,
    event: 'provider_cancel_failed',
    movesMoney: false,
    run: run && ((gateway, write) => run.call(gateway, write)),
  });
}

function refuseUnlessAwaited(
  { clock }: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  fits: (action: NextAction | null) => boolean,
): void {
  refuseIfFinal(intent, clock.now());
  if (!isAwaited(intent, attempt, fits)) throw new ProblemError('action_not_expected');
}

function isAwaited(
  intent: IntentRecord,
  attempt: AttemptRecord,
  fits: (action: NextAction | null) => boolean,
): boolean {
  return attempt === activeAttempt(intent) && attempt.status === 'action_required' && fits(attempt.nextAction);
}

/** The end of a challenge. The provider may have heard of it first, so it is never out of place: it is read, and no more. */
function isHint(answer: ActionAnswer): answer is { three_ds_challenge: 'done' | 'timeout' } {
  return 'three_ds_challenge' in answer && answer.three_ds_challenge !== 'abandoned';
}

function isAnswerTo(answer: ActionAnswer, action: NextAction | null): boolean {
  if (action?.type === 'sdk') return 'data' in answer;
  return action !== null && action.type in answer;
}

/** A code may be asked for at any time, unless one is said; of a question in an app that can be asked again, it always is. */
function canBeSentAgain(action: NextAction | null): boolean {
  return isAction(action, 'otp') || (isAction(action, 'approval') && action.resend_at !== undefined);
}

function refuseIfTooEarly(action: NextAction | null, now: number): void {
  const resendAt = action && 'resend_at' in action ? action.resend_at : undefined;
  const wait = typeof resendAt === 'string' ? Date.parse(resendAt) - now : 0;
  if (wait > 0) throw new ProblemError('rate_limited', { retryAfter: wait / 1000 });
}
