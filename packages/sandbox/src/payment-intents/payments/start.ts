import { begin } from './course.js';
import type { Method } from './methods.js';
import type { Attempt, Intent } from './model.js';
import { endAsScenario } from './scenario-outcome.js';
import type { World } from './world.js';

/** Asks the customer what this method asks; a scenario may decide without an answer. */
export function startMethod(world: World, intent: Intent, attempt: Attempt, method: Method): void {
  const { payments } = world;
  const { asks, after } = attempt.scenario;
  if (asks) return begin(world, intent, attempt, asks);
  const ask = () => begin(world, intent, attempt, method.asks);
  const decide = () => endAsScenario(payments, intent, attempt, { ask, challenge: false });
  if (after !== undefined) payments.decideLater(attempt, after, () => void decide());
  if (after !== undefined || !decide()) ask();
}
