import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import { canonicalJson } from './canonical-json.js';
import { findAttempt, isLive, replaceAttempt, type AttemptRecord, type IntentRecord } from './intent-record.js';

/** The browser says that the challenge which the attempt asks for is over. What becomes of it the provider says. */
export function endChallenge(intent: IntentRecord, attemptId: string): IntentRecord {
  const attempt = findAttempt(intent, attemptId);
  if (!attempt || !isLive(attempt) || !isAction(attempt.nextAction, 'three_ds_challenge')) return intent;
  const { endedChallenges = [], nextAction } = attempt;
  if (hasEnded(attempt, nextAction)) return intent;
  return replaceAttempt(intent, { ...attempt, endedChallenges: [...endedChallenges, contentOf(nextAction)] });
}

/**
 * What an attempt that waits for something asks for, when its provider names `named`. One that names nothing still asks
 * for what it said before, but for a challenge that has ended: what is left of it in its frame is nothing to look at.
 * Once it is put away it stays so: a provider that names it is a moment behind, and shown it would be posted twice.
 */
export function askedOf(attempt: AttemptRecord, named: NextAction | null): NextAction | null {
  if (named && !hasEnded(attempt, named)) return named;
  return !named && hasEnded(attempt, attempt.nextAction) ? null : attempt.nextAction;
}

function hasEnded({ endedChallenges = [] }: AttemptRecord, action: NextAction | null): boolean {
  return isAction(action, 'three_ds_challenge') && endedChallenges.includes(contentOf(action));
}

/** What is posted to the issuer. What is said beside it, such as its end, may differ from answer to answer. */
function contentOf({ url, params }: ActionOf<'three_ds_challenge'>): string {
  return canonicalJson({ url, params });
}
