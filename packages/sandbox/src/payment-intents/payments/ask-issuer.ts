import type { WordingName } from '../../acs/wordings.js';
import type { Behaviour } from '../../asks.js';
import type { ChallengeAction, MethodAction } from './action.js';
import { labelOf } from './label.js';
import { isAsked, type Attempt, type Intent, type Ways } from './model.js';
import type { Step } from './steps.js';
import type { World } from './world.js';

const METHOD_TIMEOUT = 10_000;
/** A merchant who never says how the method went is not waited for longer than this. */
const METHOD_LIFETIME = 10 * 60_000;
/** ms after the end that are late whichever timer runs first. */
const LATE = 500;

const wordings: Partial<Record<Step, WordingName>> = { challenge_v1: 'v1', challenge_named: 'named' };

export interface Asking {
  world: World;
  intent: Intent;
  attempt: Attempt;
  /** What the issuer has decided. */
  settle(confirmed: boolean): void;
}

export function askForMethod({ world, attempt }: Asking, { behaves, expiresIn }: Ways): MethodAction {
  const timeout = expiresIn ?? METHOD_TIMEOUT;
  const late = () => world.timers.wait(timeout + LATE);
  const call = world.challenges.openMethod({ notificationUrl: attempt.notificationUrl, behaves, late });
  return { type: 'three_ds_method', behaves, expiresAt: world.clock.now() + METHOD_LIFETIME, call, timeout };
}

export function askForChallenge(
  { world, intent, attempt, settle }: Asking,
  step: Step,
  { behaves, expiresAt }: { behaves: Behaviour | undefined; expiresAt: number },
): ChallengeAction {
  const { action, notificationUrl } = attempt;
  const challenge = world.challenges.open({
    serverTransId: action?.type === 'three_ds_method' ? action.call.serverTransId : undefined,
    amount: intent.amount,
    label: labelOf(attempt),
    windowSize: '02',
    notificationUrl,
    behaves,
    late: () => untilLate(world, expiresAt),
    isOpen: () => isAsked(attempt) && attempt.action?.type === 'challenge',
    settle,
  });
  return { type: 'challenge', behaves, expiresAt, challenge, wording: wordings[step] ?? 'v2' };
}

/** Nobody waits for an answer to this any more. */
export function untilLate({ clock, timers }: World, expiresAt: number): Promise<void> {
  return timers.wait(expiresAt - clock.now() + LATE);
}
