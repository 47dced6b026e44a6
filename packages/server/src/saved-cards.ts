import { parse, SavedCard, type Need } from '@florin/contract';
import type { KeptCard } from './gateway.js';
import { InvalidOptionError } from './invalid-option.js';
import { isoTime } from './public-intent.js';
import { randomToken } from './secrets.js';
import type { ServerContext } from './server-context.js';
import type { NewCardRecord, SavedCardRecord } from './store/card-store.js';

/** A saved card as the merchant's own backend sees it. */
export interface MerchantSavedCard {
  id: string;
  gateway: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  cvc: Need;
  isDefault: boolean;
  /** ISO 8601. */
  createdAt: string;
}

export interface NewSavedCard extends KeptCard {
  /** May be left out when there is only one. */
  gateway?: string;
  /** The first card of a customer is the default one unless another is said to be. */
  isDefault?: boolean;
}

export interface SavedCards {
  /** The default one first, then the newest. */
  list(customerId: string): Promise<MerchantSavedCard[]>;
  /** For good, without a way back. `false`: the customer has no such card. */
  remove(customerId: string, card: string): Promise<boolean>;
  /** Takes over a card that the provider keeps already, such as from another checkout. The customer must have agreed. */
  add(customerId: string, card: NewSavedCard): Promise<MerchantSavedCard>;
}

export function savedCardsOf(context: ServerContext): SavedCards {
  const { store, clock, gateways, keeper } = context;
  return {
    async list(customerId) {
      await keeper.keepCardsOf(customerId);
      return (await store.cards.list(customerId)).map(toMerchantCard);
    },
    async remove(customerId, card) {
      const removed = await store.cards.remove(customerId, card, clock.now());
      keeper.forgetSoon();
      return removed;
    },
    async add(customerId, { gateway: named, ...card }) {
      const gateway = named ?? (gateways.size === 1 ? [...gateways.keys()][0] : undefined);
      if (gateway === undefined || !gateways.has(gateway))
        throw new InvalidOptionError('gateway', 'say which gateway keeps this card');
      const record = newRecord({ ...card, customerId, gateway }, clock.now());
      if (!isListable(record))
        throw new InvalidOptionError('card', 'wants last4, expMonth and expYear as a card has them');
      return toMerchantCard(await store.cards.add(record));
    },
  };
}

type Agreed = KeptCard & { customerId: string; gateway: string; isDefault?: boolean };

export function newRecord(card: Agreed, now: number): NewCardRecord {
  const { cvc = 'required' } = card;
  return {
    ...card,
    cvc,
    id: `sc_${randomToken(18)}`,
    createdAt: now,
    removedAt: null,
    restorableUntil: null,
  };
}

/** The cards that an intent lists: those of its customer at this gateway. */
export async function listedCards(
  { store, keeper }: ServerContext,
  customerId: string | undefined,
  gateway: string,
): Promise<SavedCard[]> {
  if (customerId === undefined) return [];
  await keeper.keepCardsOf(customerId);
  const cards = await store.cards.list(customerId);
  return cards.filter((card) => card.gateway === gateway && isListable(card)).map(toPublicCard);
}

/** It fits the contract, and holds no more of a number than its last four digits. */
export function isListable(card: NewCardRecord): boolean {
  return parse(SavedCard, toPublicCard(card)).ok;
}

function toPublicCard({ id, brand, last4, expMonth, expYear, cvc, isDefault }: NewCardRecord): SavedCard {
  return { id, brand, last4, exp_month: expMonth, exp_year: expYear, cvc, ...(isDefault && { is_default: true }) };
}

function toMerchantCard(card: SavedCardRecord): MerchantSavedCard {
  const { id, gateway, brand, last4, expMonth, expYear, cvc, isDefault } = card;
  return { id, gateway, brand, last4, expMonth, expYear, cvc, isDefault, createdAt: isoTime(card.createdAt) };
}

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** A card is good until the end of its month, wherever on earth that is. */
export function isExpired({ expMonth, expYear }: SavedCardRecord, now: number): boolean {
  return now >= Date.UTC(expYear, expMonth, 1) + HALF_A_DAY;
}
