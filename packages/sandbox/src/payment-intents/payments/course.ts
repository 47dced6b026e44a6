import type { Asks } from '../../asks.js';
import { actionFor } from './ask.js';
import { untilLate } from './ask-issuer.js';
import { findMethod } from './methods.js';
import { isAsked, type Attempt, type Intent } from './model.js';
import { endAsScenario } from './scenario-outcome.js';
import { stepsOf } from './steps.js';
import type { World } from './world.js';

/** ms from a right code to the outcome, where the scenario says no other. */
const SLOW = 3_000;
/** ms until an action that nobody knows is over by itself. */
const UNLISTED = 5_000;

/** Takes the customer through what is asked for, one step after the other. */
export function begin(world: World, intent: Intent, attempt: Attempt, asks: Asks): void {
  attempt.steps = stepsOf(asks);
  next(world, intent, attempt);
}

/** What was asked for was done, as far as the customer goes. */
export function confirmed(world: World, intent: Intent, attempt: Attempt): void {
  if (!isAsked(attempt)) return;
  if (attempt.steps.length > 0) next(world, intent, attempt);
  else finish(world, intent, attempt);
}

/** The customer said no, or whoever asked did. */
export function refused({ payments }: World, intent: Intent, attempt: Attempt): void {
  if (!isAsked(attempt)) return;
  const { scenario, ways } = attempt;
  if (ways.behaves === 'refuses')
    payments.fail(intent, attempt, scenario.code ?? refusalOf(attempt), scenario.category);
  else payments.fail(intent, attempt, attempt.card ? 'AUTHENTICATION_FAILED' : 'CUSTOMER_CANCELLED');
}

/** Whether what the customer decided on the bank's page or on the phone reaches the provider in time, or at all. */
export type Arrival = 'told' | 'late' | 'never';

export async function decided(world: World, intent: Intent, attempt: Attempt, isYes: boolean): Promise<Arrival> {
  const { action } = attempt;
  if (!action || action.type === 'unlisted' || action.behaves === 'never_answers') return 'never';
  if (action.behaves === 'answers_late') await untilLate(world, action.expiresAt);
  if (!isAsked(attempt)) return 'late';
  if (isYes) confirmed(world, intent, attempt);
  else refused(world, intent, attempt);
  return 'told';
}

function next(world: World, intent: Intent, attempt: Attempt): void {
  const step = attempt.steps.shift();
  if (step === undefined) return;
  const settle = (isYes: boolean) => (isYes ? confirmed : refused)(world, intent, attempt);
  world.payments.requireAction(intent, attempt, actionFor(step, { world, intent, attempt, settle }));
  if (step === 'unlisted')
    world.payments.decideLater(attempt, attempt.ways.expiresIn ?? UNLISTED, () => confirmed(world, intent, attempt));
}

function finish(world: World, intent: Intent, attempt: Attempt): void {
  const { payments } = world;
  const { scenario, ways, action } = attempt;
  if (ways.behaves === 'refuses') return refused(world, intent, attempt);
  const isSlow = ways.behaves === 'slow_after_code' && action?.type === 'otp';
  // Without `asks` the time had passed before anybody was asked.
  const wait = (scenario.asks || isSlow ? scenario.after : 0) ?? (isSlow ? SLOW : 0);
  if (wait === 0) return end(world, intent, attempt);
  attempt.status = 'processing';
  payments.decideLater(attempt, wait, () => end(world, intent, attempt));
}

/** As the scenario says, where it did not decide before it asked. */
function end({ payments }: World, intent: Intent, attempt: Attempt): void {
  const { asks, status } = attempt.scenario;
  const complete = () => payments.complete(intent, attempt);
  const isDecided = asks === undefined || status === 'action_required';
  if (isDecided || !endAsScenario(payments, intent, attempt, { ask: complete, challenge: false })) complete();
}

function refusalOf({ method, card }: Attempt): string {
  if (card) return 'AUTHENTICATION_FAILED';
  return findMethod(method)?.category === 'mobile_money' ? 'OPERATOR_FAILED' : 'GENERIC_DECLINE';
}
