import type { Scenario } from '../scenario.js';
import { standingIn, standingOf, standingWith, type PspStatus, type Standing } from './psp-statuses.js';
import { findPurseCard } from './test-cards.js';
import { passesLuhn } from '../card.js';

/** What a payment goes through. */
export interface Course {
  isChallenged: boolean;
  isAnswered: boolean;
  first: PspStatus | null;
  /** ms from the answer to the end. */
  after: number;
  end: Standing;
}

/** The partner's own time to think, where a scenario asks for some. */
const THINKING = 'scored_maybe';

/** Decides what becomes of a card: the scenario, else its row in the table of test cards. */
export function courseOf(
  { number, isExpired }: { number: string; isExpired: boolean },
  scenario: Scenario,
  /** The merchant wants the issuer to authenticate. */
  isMandated: boolean,
): Course {
  const card = findPurseCard(number);
  const asked = askedFor(scenario);
  if (asked)
    return {
      isChallenged: false,
      isAnswered: true,
      first: scenario.after === undefined ? null : THINKING,
      after: scenario.after ?? 0,
      end: asked,
    };
  const seconds = card?.seconds ?? 0;
  return {
    isChallenged: card?.challenge === true || isMandated,
    isAnswered: card?.answerLost !== true,
    first: card?.first ?? (scenario.after === undefined ? null : THINKING),
    after: scenario.after ?? seconds * 1000,
    end: standingOf(
      !passesLuhn(number) ? 'incorrect_number' : isExpired ? 'expired_card' : (card?.code ?? 'in_progress'),
    ),
  };
}

/** The partner's status says all; a state alone has its usual one. Purse's own code is what a scenario calls a category. */
function askedFor({ status, code, category }: Scenario): Standing | null {
  if (code !== undefined)
    return standingWith(code, {
      ...(status !== undefined && { state: status }),
      ...(category !== undefined && { code: category }),
    });
  return status === undefined ? null : standingIn(status);
}
