import type { Provider } from '@florin/providers';
import type { Word } from './words.js';

/** Whom the shop can be paid through, by the ids of their rooms. */
export type ProviderId = 'payment-intents' | 'payments-trust' | 'milky-pay' | 'purse';

export interface TestCardRow {
  number: string;
  /** `MM/YY` and the security code, where they decide what happens. */
  expiry?: string;
  cvc?: string;
  what: string;
}

interface Room {
  /** Native codes, from the provider's own table. */
  codes(): Promise<readonly string[]>;
  cards(): Promise<readonly TestCardRow[]>;
  /** Settings of the shop that it cannot serve, by their names in the form. */
  lacks: readonly string[];
  /** What is to be said of its cards. */
  hint: Word;
  /** What it sends to a phone is answered on the simulated one. */
  hasPhone: boolean;
}

const testCards = () => import('@florin/sandbox/test-cards');
const codesOf = ({ provider }: { provider: Provider }) => provider.codes;

const corefy = {
  lacks: ['customer', 'save', 'brand_choice', 'more_methods'],
  hint: 'testCardsHintByDate',
  hasPhone: false,
} as const;

// Fetched when somebody looks: few customers of a demo choose their provider.
const rooms: Record<ProviderId, Room> = {
  'payment-intents': {
    codes: () => import('@florin/providers/payment-intents').then(codesOf),
    cards: () => testCards().then(({ testCards, lookupCards }) => [...testCards, ...lookupCards]),
    lacks: [],
    hint: 'testCardsHint',
    hasPhone: true,
  },
  'payments-trust': {
    codes: () => import('@florin/providers/payments-trust').then(codesOf),
    cards: () => testCards().then(({ corefyCards }) => corefyCards),
    ...corefy,
  },
  'milky-pay': {
    codes: () => import('@florin/providers/milky-pay').then(codesOf),
    cards: () => testCards().then(({ corefyCards }) => corefyCards),
    ...corefy,
  },
  purse: {
    codes: () => import('@florin/providers/purse').then(codesOf),
    cards: () => testCards().then(({ purseCards }) => purseCards),
    lacks: ['customer', 'save', 'more_methods'],
    hint: 'testCardsHintByDate',
    hasPhone: false,
  },
};

/** A name that nobody knows is the default's. */
export function roomOf(provider: string | undefined): Room {
  return Object.hasOwn(rooms, provider ?? '') ? rooms[provider as ProviderId] : rooms['payment-intents'];
}
