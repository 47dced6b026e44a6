import type { LitElement } from 'lit';
import type * as savedCards from '../saved-card/saved-cards.js';
import type { DrawableMethod } from './method-list.js';
import { MethodPart } from './method-part.js';

type Calls = ConstructorParameters<typeof savedCards.SavedCards>[1];

/** The saved cards of a tag: until their code is there they are not drawn. */
export function savedCardsOf({ host, ...calls }: Calls & { host: () => LitElement }) {
  const part = new MethodPart(host, async () => {
    const { SavedCards, savedCardStyles } = await import('../saved-card/saved-cards.js');
    return { part: new SavedCards(host(), calls), styles: savedCardStyles };
  });

  return {
    /** Their code, once it is there. */
    get now() {
      return part.now;
    },
    /** There are some, and their code is on the way. */
    get isAwaited() {
      return part.isAwaited;
    },
    /** The methods that can be drawn now, with the rows of cards that have been removed. */
    withRows(methods: DrawableMethod[]): DrawableMethod[] {
      if (part.now) return part.now.withRemoved(methods);
      const drawn = methods.filter(({ type }) => type !== 'saved_card');
      if (drawn.length < methods.length) part.need();
      return drawn;
    },
  };
}
