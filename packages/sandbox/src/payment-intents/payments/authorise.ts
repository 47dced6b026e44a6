import type { Asks } from '../../asks.js';
import { passesLuhn } from '../../card.js';
import { findTestCard } from '../../test-cards.js';
import { begin } from './course.js';
import { isLive, type Attempt, type Intent } from './model.js';
import { endAsScenario } from './scenario-outcome.js';
import type { World } from './world.js';

export interface CardToAuthorise {
  number: string;
  wrongCode: boolean;
  /** The merchant wants the issuer to authenticate, whatever it would do by itself. */
  challenge: boolean;
}

/**
 * Decides what becomes of a card: the scenario, else the issuer of the simulation. Answers whether the answer to "pay"
 * reaches the merchant.
 */
export function authoriseCard(
  world: World,
  intent: Intent,
  attempt: Attempt,
  { number, wrongCode, challenge }: CardToAuthorise,
): { answered: boolean } {
  const { payments } = world;
  const { after, asks } = attempt.scenario;
  const card = findTestCard(number);
  const milliseconds = (card?.seconds ?? 0) * 1000;
  if (asks) {
    begin(world, intent, attempt, asks);
    return { answered: true };
  }
  if (after === undefined) return decide();
  payments.decideLater(attempt, after, () => void decide());
  return { answered: true };

  function decide(): { answered: boolean } {
    const ask = () => begin(world, intent, attempt, 'challenge');
    if (!isLive(attempt) || endAsScenario(payments, intent, attempt, { ask, challenge })) return { answered: true };
    const declined = card?.code ?? 'GENERIC_DECLINE';
    const complete = () => payments.complete(intent, attempt);
    const fail = (code: string) => payments.fail(intent, attempt, code);
    const outcome = card?.outcome ?? 'completed';
    if (!passesLuhn(number)) fail('INVALID_NUMBER');
    else if (wrongCode) fail('INVALID_CVC');
    else if (challenge && (outcome === 'completed' || outcome === 'soft_declined')) ask();
    else
      switch (outcome) {
        case 'completed':
          complete();
          break;
        case 'declined':
        case 'soft_declined':
          fail(declined);
          break;
        case 'slow':
          payments.decideLater(attempt, milliseconds, complete);
          break;
        case 'answer_lost':
          payments.markUncertain(attempt);
          payments.decideLater(attempt, milliseconds, complete);
          return { answered: false };
        case 'uncertain':
          payments.markUncertain(attempt);
          payments.decideLater(attempt, milliseconds, () => fail(declined));
          break;
        case 'unlisted_action':
          askAs('unlisted');
          break;
        default:
          askAs(outcome);
      }
    return { answered: true };
  }

  /** As the card asks; how that goes is the card's too, where the scenario does not say it. */
  function askAs(what: Asks): void {
    const { behaves, expiresIn } = attempt.scenario;
    attempt.ways = {
      ...attempt.ways,
      behaves: behaves ?? card?.behaves,
      expiresIn: expiresIn ?? (milliseconds || undefined),
    };
    begin(world, intent, attempt, what);
  }
}
