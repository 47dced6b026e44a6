import type { IntentRecord } from '../intent-record.js';
import type { CardStore, HeldCards } from './card-store.js';

/** One request under an idempotency key. Times are ms since 1970. */
export interface KeyClaim {
  intentId: string;
  /** Intent and route: the same key elsewhere is another key. */
  scope: string;
  key: string;
  /** Keyed hash of the body. The body itself may hold a card and is never kept. */
  bodyHash: string;
  now: number;
  /** Until then the request is taken to be running; afterwards it is taken to have crashed. */
  leaseUntil: number;
  keepUntil: number;
}

export interface Begun {
  intent: IntentRecord;
  attemptId: string | null;
  /** No other call about the intent that is to be alone may run beside it. */
  isAlone?: boolean;
}

/** What became of calls that were to be alone, under other keys. */
export interface LoneCalls {
  /** One of them runs: whoever may not run beside it has to wait. */
  isOneRunning: boolean;
  /** One of them broke off, and nobody knows how far it got. */
  hasOneBrokenOff: boolean;
}

export type Begin = (
  intent: IntentRecord,
  resumed: string | null,
  cards: HeldCards,
  others: () => Promise<LoneCalls>,
) => Begun | Promise<Begun>;

export type ClaimResult =
  /** This request is to be carried out. */
  | ({ kind: 'claimed' } & Begun)
  /** It was carried out: this was the answer. */
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'mismatch' }
  | { kind: 'running' };

/** Keeps intents, attempts, idempotency keys and cards. Every method may be called from many processes at once. */
export interface IntentStore {
  insert(intent: IntentRecord): Promise<void>;
  find(id: string): Promise<IntentRecord | null>;
  findByProviderIntent(gateway: string, providerIntentId: string): Promise<string | null>;

  /**
   * Runs `change` while nobody else can change this intent. Another object back: it is kept with the next version
   * and published. The same object back: nothing is written. `null`: there is no such intent.
   */
  change(id: string, change: (intent: IntentRecord) => IntentRecord): Promise<IntentRecord | null>;
  /** Keeps the provider's identifier of a payment. Nobody outside sees it, so the version stays. */
  recordProviderIntent(id: string, gateway: string, providerIntentId: string): Promise<void>;

  /**
   * Claims an idempotency key and runs `begin` in one transaction. `begin` gets the attempt of a crashed first
   * request, if there was one, what it may do with cards in this transaction, and what it may know of other calls; what it
   * throws leaves no trace.
   */
  claim(claim: KeyClaim, begin: Begin): Promise<ClaimResult>;
  /** This and what follows: unless another one has taken over from this claim since. */
  settle(claim: KeyClaim, answer: { status: number; body: string }): Promise<void>;
  /** Nothing happened: the key may run again, as if it were new. */
  release(claim: KeyClaim): Promise<void>;
  /** It broke off: the same request may take over at once. To any other it runs until its lease is over. */
  endLease(claim: KeyClaim): Promise<void>;
  purgeKeys(now: number): Promise<void>;

  /** True for one caller per `interval`, across processes: whose turn it is to ask the provider. */
  takeTurn(id: string, now: number, interval: number): Promise<boolean>;
  /** Intents with an attempt under way, or whose newest one failed without anybody knowing whether money was taken. */
  listLive(): Promise<string[]>;
  /** Tells of every change of an intent, whichever process made it. The answer ends it. */
  subscribe(id: string, listener: () => void): () => void;
  /** Saved cards and card references: tokens of providers, never a card. */
  readonly cards: CardStore;
  close(): Promise<void>;
}
