import { isSavedCardOption, undecidedAttempt, type IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { refuseIfFinal } from './guards.js';
import { publish } from './publish.js';
import { write } from './write.js';

/** `POST …/saved-cards/{card}/remove`: gone at once, and for a while it can be taken back. */
export function removeSavedCard(context: ServerContext, request: Request, intentId: string, card: string) {
  return write(context, request, {
    intentId,
    route: `saved-cards/${card}/remove`,
    read: () => null,
    status: 200,
    begin: async (intent, _, resumed, cards) => {
      const now = context.clock.now();
      if (resumed === null) refuseUnlessFree(intent, card, now);
      // Removed elsewhere, and forgotten since: there is no card that could stay in this list.
      if (await cards.find(card)) await cards.remove(card, now, now + context.restoreWindow);
      if (intent.removedCards.includes(card)) return { intent, attemptId: null };
      return { intent: { ...intent, removedCards: [...intent.removedCards, card] }, attemptId: null };
    },
    act: () => publish(context, intentId),
  });
}

/** `POST …/saved-cards/{card}/restore`: it stands where it stood, as long as its provider has not been told. */
export function restoreSavedCard(context: ServerContext, request: Request, intentId: string, card: string) {
  return write(context, request, {
    intentId,
    route: `saved-cards/${card}/restore`,
    read: () => null,
    status: 200,
    begin: async (intent, _, resumed, cards) => {
      const now = context.clock.now();
      if (resumed === null) refuseUnlessFree(intent, card, now);
      if (!(await cards.restore(card, now))) throw new ProblemError('saved_card_not_found');
      if (!intent.removedCards.includes(card)) return { intent, attemptId: null };
      return { intent: { ...intent, removedCards: intent.removedCards.filter((id) => id !== card) }, attemptId: null };
    },
    act: () => publish(context, intentId),
  });
}

/** Which card pays is not changed under a payment that is under way, nor is a card looked for that is not listed here. */
function refuseUnlessFree(intent: IntentRecord, card: string, now: number): void {
  const option = intent.methods.find(isSavedCardOption);
  if (!option?.removable || !option.cards.some(({ id }) => id === card)) throw new ProblemError('saved_card_not_found');
  refuseIfFinal(intent, now);
  if (undecidedAttempt(intent)) throw new ProblemError('attempt_in_progress');
}
