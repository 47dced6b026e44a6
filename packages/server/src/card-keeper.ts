import { explainFailure, isPaid } from '@florin/contract';
import { toGatewayError } from './gateway.js';
import { findAttempt, isLive, type AttemptRecord, type IntentRecord } from './intent-record.js';
import { describeError } from './log.js';
import { toPayment } from './provider-reader.js';
import { isListable, newRecord } from './saved-cards.js';
import type { ServerContext } from './server-context.js';
import type { CardSaving, SavedCardRecord } from './store/card-store.js';

/** ms between two looks at what is still to be kept or forgotten. */
const INTERVAL = 60_000;
/** ms that the making of an intent waits for the customer's newest card. */
const PATIENCE = 1_500;

type Track = <Result>(work: Promise<Result>) => Promise<Result>;

/**
 * Keeps cards whose attempt has completed, and has providers forget those that were removed. What is to be done stands in
 * the store: a process that ends in between, or a provider that cannot be reached, delays it and loses nothing.
 */
export class CardKeeper {
  #cancel = () => {};
  #closed = false;
  #sweeping = false;
  readonly #keeping = new Set<Promise<void>>();

  constructor(
    private readonly context: ServerContext,
    /** What is under way is waited for before the store is closed. */
    private readonly track: Track,
  ) {}

  /** Now, and every minute from now on; a sweep that takes longer is not run into. */
  run(): void {
    if (this.#closed) return;
    if (!this.#sweeping) void this.track(this.#sweep());
    this.#cancel = this.context.clock.after(INTERVAL, () => this.run(), true);
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  /** Nobody waits for it: the payment is over. */
  keepCardOf({ customer }: IntentRecord): void {
    if (customer?.id !== undefined && !this.#closed) void this.track(this.#keep(customer.id));
  }

  /** Before the customer's cards are listed: one that was just agreed to should be among them. Waits for a moment only. */
  async keepCardsOf(customerId: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.context.clock.after(PATIENCE, resolve);
      void this.track(this.#keepOf(customerId)).finally(cancel).finally(resolve);
    });
  }

  forgetSoon(): void {
    if (!this.#closed) void this.track(this.#forget());
  }

  async #sweep(): Promise<void> {
    this.#sweeping = true;
    await this.#keep();
    await this.#forget();
    this.#sweeping = false;
  }

  async #keepOf(customerId: string): Promise<void> {
    // What is being kept already is not due again: it has to be waited for.
    await Promise.all(this.#keeping);
    await this.#keep(customerId);
  }

  #keep(customerId?: string): Promise<void> {
    const keeping = this.#claimAndKeep(customerId).finally(() => this.#keeping.delete(keeping));
    this.#keeping.add(keeping);
    return keeping;
  }

  async #claimAndKeep(customerId: string | undefined): Promise<void> {
    const { store, clock, gateways, log } = this.context;
    const named = customerId === undefined ? {} : { customerId };
    try {
      const claim = { now: clock.now(), gateways: [...gateways.keys()], ...named };
      for (const saving of await store.cards.claimSavings(claim)) await this.#settle(saving);
    } catch (error) {
      log({ level: 'error', event: 'card_keeping_failed', ...describeError(error) });
    }
  }

  async #settle(saving: CardSaving): Promise<void> {
    const { store, clock, gateways, log } = this.context;
    const { attemptId, intentId, customerId, gateway } = saving;
    try {
      const intent = await store.find(intentId);
      const attempt = intent && deciding(intent, attemptId);
      if (attempt === 'undecided') return;
      const request = intent && attempt && { payment: toPayment(this.context, intent, gateway), attempt };
      const kept = request ? await gateways.get(gateway)?.keptCard?.(request) : null;
      // Agreed to when the attempt was made, however late the provider is asked.
      const agreedAt = (intent && findAttempt(intent, attemptId)?.createdAt) ?? clock.now();
      const card = kept ? newRecord({ ...kept, customerId, gateway }, agreedAt) : null;
      if (card && !isListable(card)) {
        log({ level: 'error', event: 'kept_card_unreadable', intent: intentId, attempt: attemptId });
        return await store.cards.settleSaving(attemptId, null);
      }
      await store.cards.settleSaving(attemptId, card);
    } catch (error) {
      const { outcome, code } = toGatewayError(error);
      const entry = { event: 'card_not_kept_yet', intent: intentId, attempt: attemptId, outcome, code };
      log({ level: 'warn', ...entry, ...describeError(error) });
    }
  }

  async #forget(): Promise<void> {
    const { store, clock, gateways, log } = this.context;
    try {
      const claim = { now: clock.now(), gateways: [...gateways.keys()] };
      for (const card of await store.cards.claimForgetting(claim)) await this.#forgetOne(card);
    } catch (error) {
      log({ level: 'error', event: 'card_forgetting_failed', ...describeError(error) });
    }
  }

  async #forgetOne({ id, gateway, token }: SavedCardRecord): Promise<void> {
    const { store, gateways, log } = this.context;
    try {
      await gateways.get(gateway)?.forgetCard?.({ token, idempotencyKey: `forget-${id}` });
      await store.cards.forgotten(id);
    } catch (error) {
      const { outcome, code } = toGatewayError(error);
      log({ level: 'warn', event: 'card_not_forgotten_yet', card: id, outcome, code, ...describeError(error) });
    }
  }
}

/**
 * The completed attempt that a saving waits for: its own, or the one with which the provider went on by itself. `null`: it
 * came to nothing.
 */
function deciding(intent: IntentRecord, attemptId: string): AttemptRecord | 'undecided' | null {
  const first = intent.attempts.findIndex(({ id }) => id === attemptId);
  if (first < 0) return null;
  const rest = intent.attempts.slice(first + 1);
  const others = rest.findIndex(({ isFallback }) => !isFallback);
  const own = [intent.attempts[first], ...rest.slice(0, others < 0 ? rest.length : others)];
  const last = own.at(-1);
  if (!last) return null;
  if (last.status === 'completed') return isPaid(intent.status) ? last : null;
  const mayBePaid = last.status === 'failed' && explainFailure(last.failure).recovery === 'verify_outcome';
  return isLive(last) || (mayBePaid && intent.attempts.at(-1) === last) ? 'undecided' : null;
}
