import type { CardInstallments, Need } from '@florin/contract';

/** A card that a customer agreed to have kept. Times are ms since 1970. */
export interface SavedCardRecord {
  /** Random: nobody finds another one by guessing. */
  id: string;
  /** The merchant's own name for the customer. */
  customerId: string;
  gateway: string;
  /** The provider's name for the card. It never leaves the server. */
  token: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  cvc: Need;
  isDefault: boolean;
  createdAt: number;
  removedAt: number | null;
  /** With `removedAt`: until then the removal can be taken back, and the provider is not told. */
  restorableUntil: number | null;
}

/** The first card of a customer becomes the default one unless it is said. */
export type NewCardRecord = Omit<SavedCardRecord, 'isDefault'> & { isDefault?: boolean };

/** What a card reference stands for. */
export interface CardReferenceRecord {
  /** SHA-256 of the reference, in hex. The reference itself is not kept. */
  hash: string;
  intentId: string;
  gateway: string;
  token: string;
  label: string;
  installments: CardInstallments | null;
  /** The customer has agreed that the card be kept. */
  save: boolean;
  expiresAt: number;
}

/** A card that is to be kept once its attempt has completed. */
export interface CardSaving {
  attemptId: string;
  intentId: string;
  customerId: string;
  gateway: string;
}

/** What may be done with cards while an intent is locked, in that transaction: all of it or nothing. */
export interface HeldCards {
  /** Until the transaction ends nobody removes or restores this card. */
  find(id: string): Promise<SavedCardRecord | null>;
  remove(id: string, removedAt: number, restorableUntil: number): Promise<void>;
  /** `false`: too late, the provider may have been told to forget it. */
  restore(id: string, now: number): Promise<boolean>;
  /**
   * Spends a reference on an attempt, once. One whose attempt was withdrawn, because it never reached the provider, may
   * be spent again: no such attempt is there any more. `null`: it was spent, has expired, or belongs to another intent.
   */
  spend(hash: string, intentId: string, attemptId: string, now: number): Promise<CardReferenceRecord | null>;
  saveLater(saving: CardSaving, now: number): Promise<void>;
}

/** Saved cards and card references. Every method may be called from many processes at once. */
export interface CardStore {
  /** Those that are not removed: the default one first, then the newest. */
  list(customerId: string): Promise<SavedCardRecord[]>;
  find(id: string): Promise<SavedCardRecord | null>;
  /** A token that the customer has already is not added again. */
  add(card: NewCardRecord): Promise<SavedCardRecord>;
  /** For good: it cannot be restored. `false`: the customer has no such card. */
  remove(customerId: string, id: string, now: number): Promise<boolean>;

  addReference(reference: CardReferenceRecord): Promise<void>;
  findReference(hash: string): Promise<CardReferenceRecord | null>;

  /** Takes the savings that are due, whose attempt has ended; the same ones are due again after a growing pause. */
  claimSavings(claim: { now: number; gateways: readonly string[]; customerId?: string }): Promise<CardSaving[]>;
  /** Adds the card, when there is one, and strikes the saving off: both or neither. */
  settleSaving(attemptId: string, card: NewCardRecord | null): Promise<void>;
  /** Takes the removed cards that can no longer be restored; the same ones are due again after a growing pause. */
  claimForgetting(claim: { now: number; gateways: readonly string[] }): Promise<SavedCardRecord[]>;
  /** The provider has forgotten it: so does the store. */
  forgotten(id: string): Promise<void>;
}
