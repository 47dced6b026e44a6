import type { LitElement } from 'lit';
import { untilLoaded } from '../loading/until-loaded.js';
import type * as savedCards from '../saved-card/saved-cards.js';
import type { DrawableMethod } from './method-list.js';

type SavedCards = savedCards.SavedCards;
type Calls = ConstructorParameters<typeof savedCards.SavedCards>[1];

/** The saved cards of a tag: their code is fetched when an intent has some, and until then they are not drawn. */
export function savedCardsOf({ host, ...calls }: Calls & { host: () => LitElement }) {
  let now: SavedCards | null = null;
  let isAwaited = false;

  return {
    /** Their code, once it is there. */
    get now() {
      return now;
    },
    /** There are some, and their code is on the way. */
    get isAwaited() {
      return isAwaited;
    },
    /** The methods that can be drawn now, with the rows of cards that have been removed. */
    withRows(methods: DrawableMethod[]): DrawableMethod[] {
      if (now) return now.withRemoved(methods);
      const drawn = methods.filter(({ type }) => type !== 'saved_card');
      if (drawn.length < methods.length && !isAwaited) void load();
      return drawn;
    },
  };

  async function load(): Promise<void> {
    isAwaited = true;
    const part = await untilLoaded(() => import('../saved-card/saved-cards.js'));
    const { shadowRoot } = host();
    const { styleSheet } = part?.savedCardStyles ?? {};
    if (shadowRoot && styleSheet) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
    now = part && new part.SavedCards(host(), calls);
    isAwaited = false;
    host().requestUpdate();
  }
}
