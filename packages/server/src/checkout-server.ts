import { HEARTBEAT_INTERVAL, type IntentSnapshot, type PlanOffer } from '@florin/contract';
import { capturePayment, type Capture } from './capture-payment.js';
import { CardKeeper } from './card-keeper.js';
import { CardLookups } from './card-lookups.js';
import type { CardRange } from './card-ranges.js';
import { systemClock, type Clock } from './clock.js';
import { createIntent, type CreatedIntent, type NewIntent } from './create-intent.js';
import { currentIntent, freshIntent } from './current-intent.js';
import type { Gateway } from './gateway.js';
import { createApp } from './http/app.js';
import { undecidedAttempt } from './intent-record.js';
import { describeError, logProblems, type Log } from './log.js';
import { toMerchantIntent, type MerchantIntent } from './merchant-intent.js';
import { ProviderReader } from './provider-reader.js';
import { PlanOffers, type PlansQuery } from './plan-offers.js';
import { payWithReference, type ReferencePayment } from './pay-with-reference.js';
import { RateLimiter, type RateLimit } from './rate-limiter.js';
import { savedCardsOf, type SavedCards } from './saved-cards.js';
import type { ServerContext } from './server-context.js';
import { readOrigin, readPublicUrl, refuseMistake } from './server-options.js';
import { snapshot } from './snapshot.js';
import type { IntentStore } from './store/intent-store.js';
import { Watcher } from './watcher.js';

/** Durations are milliseconds. */
export interface CheckoutServerOptions {
  store: IntentStore;
  /** By a name of your own: it stands in the webhook's address and with every attempt. */
  gateways: Record<string, Gateway>;
  /** Where a browser reaches this handler, path included: `https://shop.example/api/checkout`. */
  publicUrl: string;
  /** The path under which requests arrive here, when a proxy changes it. That of `publicUrl` otherwise. */
  basePath?: string;
  /** Origins of pages that may call, exactly as a browser says them. None: only pages of the same origin. */
  origins?: readonly string[];
  /**
   * Issuers' pages stand in a page of this server, which stands in yours: for a shop whose content security policy cannot
   * name every issuer. It names this server in `frame-src` instead.
   */
  challengeBridge?: boolean;
  /** Shown on every intent that names no other. */
  merchant?: { name: string };
  clock?: Clock;
  log?: Log;
  heartbeatInterval?: number;
  /** The provider is asked at most this often about one intent while somebody looks at it, and more rarely while nothing changes. */
  pollInterval?: number;
  /** The same of a paid intent, whose refunds a lost webhook would hide. A minute when left out. */
  paidPollInterval?: number;
  /** A request that took longer is taken to have crashed: the same one may take over, and another answer may be given. */
  keyLease?: number;
  /** After this long an attempt that its provider has never heard of is given up. */
  unreceivedAfter?: number;
  /** Of one intent. */
  attemptLimit?: RateLimit;
  cardLookupLimit?: RateLimit;
  /** Ranges that a card lookup knows beside the schemes' own, such as co-badged ones, and installments to offer. */
  cardRanges?: readonly CardRange[];
  /** A removed card can be restored for this long, ten minutes when left out; then its provider is told to forget it. */
  restoreWindow?: number;
}

export interface CheckoutServer {
  /** Serves the contract. Mount it wherever a `Request` can be handed on. */
  fetch(request: Request): Promise<Response>;
  createIntent(options: NewIntent): Promise<CreatedIntent>;
  /**
   * For a product page, before there is an intent: the plans of a purchase, and those that it is too small or too large for.
   * None where the provider cannot be asked in time. An answer is good for some minutes: it need not be kept.
   */
  listPlans(query: PlansQuery): Promise<PlanOffer[]>;
  /** For the merchant's own backend, after a bounded look at the provider. `null`: there is none. */
  readIntent(id: string): Promise<MerchantIntent | null>;
  /** What an order page or a receipt shows of it, and may hand to a browser; likewise. `null`: there is none. */
  snapshot(id: string): Promise<IntentSnapshot | null>;
  /**
   * Pays with a card reference that came to the merchant's own backend in a form. Throws a `ProblemError` where the
   * attempt's own call would answer one. Called twice for the same reference, it answers the same and pays once.
   */
  payWithReference(id: string, reference: string, options?: ReferencePayment): Promise<MerchantIntent>;
  /**
   * Takes the money of a paid intent whose gateway was set to authorise only; without an amount all of it. Throws a
   * `ProblemError`; a `GatewayError` when nobody knows whether it was taken: the same call again asks for the same capture.
   */
  capture(id: string, options?: Capture): Promise<MerchantIntent>;
  /** The cards that customers agreed to have kept: for their account page and for requests about their data. */
  savedCards: SavedCards;
  /** Ends streams, timers and the store. */
  close(): Promise<void>;
}

const MINUTE = 60_000;

export function createCheckoutServer(options: CheckoutServerOptions): CheckoutServer {
  const { publicUrl, pathname } = readPublicUrl(options.publicUrl);
  const { store, clock = systemClock, log = logProblems, merchant = { name: '' } } = options;
  for (const range of options.cardRanges ?? []) refuseMistake(range);
  const context: ServerContext = {
    store,
    clock,
    log,
    publicUrl,
    gateways: new Map(Object.entries(options.gateways)),
    origins: (options.origins ?? []).map(readOrigin),
    challengeBridge: options.challengeBridge ?? false,
    cardRanges: options.cardRanges ?? [],
    heartbeatInterval: options.heartbeatInterval ?? HEARTBEAT_INTERVAL,
    pollInterval: options.pollInterval ?? 2_000,
    paidPollInterval: options.paidPollInterval ?? MINUTE,
    keyLease: options.keyLease ?? MINUTE,
    unreceivedAfter: options.unreceivedAfter ?? 2 * MINUTE,
    attemptLimit: options.attemptLimit ?? { max: 10, per: 10 * MINUTE },
    cardLookups: new RateLimiter(options.cardLookupLimit ?? { max: 30, per: MINUTE }, clock),
    cardReferences: new RateLimiter(options.attemptLimit ?? { max: 10, per: 10 * MINUTE }, clock),
    restoreWindow: options.restoreWindow ?? 10 * MINUTE,
    get lookups() {
      return lookups;
    },
    get keeper() {
      return keeper;
    },
    get reader() {
      return reader;
    },
    get watcher() {
      return watcher;
    },
    unreadable: new Map(),
    streams: new Set(),
  };
  const lookups = new CardLookups(context);
  const reader = new ProviderReader(context);
  const plans = new PlanOffers(context);
  const underWay = new Set<Promise<unknown>>();
  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    const settled: Promise<void> = work.then(
      () => void underWay.delete(settled),
      () => void underWay.delete(settled),
    );
    underWay.add(settled);
    return work;
  };
  const watcher = new Watcher(clock, (id) => track(askOnce(context, id)));
  const keeper = new CardKeeper(context, track);
  const app = createApp(context, options.basePath ?? pathname);
  // What was under way when the last process ended.
  void track(resume(context));
  keeper.run();
  let cancelPurge = () => {};
  const purge = (): void => {
    void track(purgeKeys(context));
    cancelPurge = clock.after(60 * MINUTE, purge);
  };
  purge();

  return {
    fetch: (request) => track(Promise.resolve(app.fetch(request))),
    createIntent: (intent) => createIntent(context, merchant, intent),
    listPlans: (query) => plans.of(query),
    async readIntent(id) {
      const intent = await currentIntent(context, id);
      const fresh = intent && (await freshIntent(context, intent));
      return fresh && toMerchantIntent(fresh);
    },
    snapshot: (id) => snapshot(context, id),
    payWithReference: (id, reference, options = {}) => track(payWithReference(context, id, reference, options)),
    capture: (id, options = {}) => track(capturePayment(context, id, options)),
    savedCards: savedCardsOf(context),
    async close() {
      watcher.close();
      keeper.close();
      cancelPurge();
      for (const end of context.streams) end();
      await Promise.all(underWay);
      await store.close();
    },
  };
}

async function askOnce(context: ServerContext, id: string): Promise<boolean> {
  try {
    const before = await context.store.find(id);
    // Other processes may watch the same payment: they share the turns.
    if (before && undecidedAttempt(before)) await context.reader.readIfDue(before);
    const after = await currentIntent(context, id);
    return after !== null && undecidedAttempt(after) !== null;
  } catch (error) {
    context.log({ level: 'error', event: 'watch_failed', intent: id, ...describeError(error) });
    return true;
  }
}

async function resume(context: ServerContext): Promise<void> {
  try {
    for (const id of await context.store.listLive()) context.watcher.watch(id);
  } catch (error) {
    context.log({ level: 'error', event: 'resume_failed', ...describeError(error) });
  }
}

async function purgeKeys({ store, clock, log }: ServerContext): Promise<void> {
  try {
    await store.purgeKeys(clock.now());
  } catch (error) {
    log({ level: 'error', event: 'purge_failed', ...describeError(error) });
  }
}
