import { IntentSnapshot, isFinal, isPaid, isUncertain, newerOf, parse, type Intent } from '@florin/contract';
import { backoff } from '../client/backoff.js';
import { pause, systemClock, type Clock } from '../client/clock.js';
import { createExchange } from '../client/exchange.js';
import { requireOptions } from '../client/options.js';
import type { ProviderRooms } from '../client/provider-rooms.js';
import { createIntentReader } from '../client/read-intent.js';
import { createRequests } from '../client/requests.js';
import { createWatch } from '../client/watch.js';
import type { CheckoutProblem } from '../payment/state.js';

/** ms, about, between two looks at a payment that has an end: what may still come is a refund, or what nobody knew. */
const LOOK_AGAIN = 30_000;
/** ms, about, between two looks at one that is under way while nobody sees the page. */
const LOOK_UNSEEN = 300_000;
/** ms. A backend that answers what nobody can read will do so for a while. */
const UNREADABLE_WAIT = 30_000;
/** Nobody can wait these away: whoever asks again has to be told to. */
const hopeless = ['secret_invalid', 'intent_not_found', 'not_found', 'method_not_allowed', 'provider_unknown'];

export interface FollowOptions {
  /** Where the merchant's backend answers the contract, without the trailing `/intents`. */
  endpoint: string;
  /** Id of the intent. */
  intent: string;
  /** Opens this intent alone. Sent in a header, never in a URL. */
  clientSecret: string;
  /** What the page knows already. */
  snapshot?: IntentSnapshot | null;
  /** `auto` streams and falls back to polling. */
  status?: 'auto' | 'stream' | 'poll';
  /** Rooms of the page's own, for a backend that only relays its provider. */
  providers?: ProviderRooms;
  fetch?: typeof fetch;
  clock?: Clock;
  random?: () => number;
}

/** What is known of a payment, and whether that may be out of date. */
export interface Followed {
  readonly snapshot: IntentSnapshot | null;
  /** What kept the last read from being answered; `null` once one has been. It says nothing about money. */
  readonly problem: CheckoutProblem | null;
  /** ms since the epoch of the last answer, on the page's clock; `null`: none yet, there is what the page knew at most. */
  readonly answeredAt: number | null;
}

export interface Following {
  readonly state: Followed;
  /** Calls back after every change, never at once. Returns the way to stop. */
  subscribe(listener: (state: Followed) => void): () => void;
  /** What the page has learnt in another way. An older one changes nothing. */
  offer(snapshot: IntentSnapshot): void;
  /** Reads now, also where following has stopped for want of the right secret. */
  refresh(): Promise<void>;
  /** Whether anybody sees the page: unseen, it asks seldom or not at all. Shown again, it reads at once. */
  setVisible(isVisible: boolean): void;
  destroy(): void;
}

/**
 * Follows a payment that somebody else makes: never sends a decision. While it is under way it is watched as the checkout
 * does; once it is paid, or over while its provider is not sure, it is looked at now and then; any other end is the end.
 */
export function followIntent(options: FollowOptions): Following {
  requireOptions(options);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const readIntent = createIntentReader({
    intent: options.intent,
    providers: options.providers ?? {},
    // What cannot be read of a payload is shown as "being checked" already.
    onProblem: () => {},
  });
  const requests = createRequests(createExchange({ ...options, fetch, clock, random }), readIntent);
  const lifetime = new AbortController();
  const listeners = new Set<(state: Followed) => void>();
  const watch = createWatch({
    mode: options.status ?? 'auto',
    // Without the last version: the first word of a stream says how the payment stands, whatever failed before it.
    openStream: (signal) => requests.openStream(undefined, signal),
    read,
    onIntent: (payload) => void receive(payload),
    isSeen: () => isVisible,
    clock,
    random,
  });
  let state: Followed = { snapshot: null, problem: null, answeredAt: null };
  let isWatched = false;
  let isVisible = true;
  let lookTimer: unknown;
  let reading: Promise<unknown> | null = null;

  const { snapshot } = options;
  if (snapshot?.id === options.intent) state = { ...state, snapshot };
  // A watch reads by itself.
  if (state.snapshot?.status === 'pending') goOn();
  else void refresh();

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    offer(offered) {
      if (offered.id !== options.intent || lifetime.signal.aborted) return;
      change({ snapshot: newest(offered) });
      goOn();
    },
    refresh,
    setVisible(visible) {
      if (visible === isVisible || lifetime.signal.aborted) return;
      isVisible = visible;
      if (visible) void refresh();
      else goOn();
    },
    destroy() {
      lifetime.abort();
      watch.stop();
      clock.clearTimeout(lookTimer);
      listeners.clear();
    },
  };

  async function refresh(): Promise<void> {
    if (lifetime.signal.aborted || isOver()) return;
    // The stream may have died in its sleep: it is opened anew.
    if (isWatched) watch.start();
    // A page that wakes up says so in several ways at once.
    reading ??= read(lifetime.signal).finally(() => (reading = null));
    await reading;
  }

  async function read(signal: AbortSignal): Promise<number | undefined> {
    const result = await requests.read(signal);
    if (signal.aborted) return undefined;
    const wait = 'problem' in result ? fail(result.problem) : accept(result.intent);
    goOn(wait);
    return wait;
  }

  /** An intent that the stream brought. It is not said twice: it waits for the code that reads it. */
  async function receive(payload: unknown): Promise<void> {
    for (let round = 1; !lifetime.signal.aborted; round += 1) {
      const answer = await readIntent(payload).catch(() => null);
      if (lifetime.signal.aborted) return;
      if (answer && 'value' in answer) accept(answer.value);
      else fail(answer?.problem ?? { code: 'network' });
      goOn();
      if (answer) return;
      await pause(clock, backoff(round, random), lifetime.signal);
    }
  }

  function accept(intent: Intent): undefined {
    const read = parse(IntentSnapshot, intent);
    if (!read.ok) return;
    const known = newest(read.value);
    // What is older than what is known does not say how the payment stands now.
    const isOlder = known !== read.value && known.version !== read.value.version;
    change({ snapshot: known, problem: null, ...(!isOlder && { answeredAt: clock.now() }) });
  }

  /** Keeps what is known. Answers how long the backend is left alone, where that is said. */
  function fail(problem: CheckoutProblem): number | undefined {
    change({ problem });
    return problem.code === 'contract_broken' ? UNREADABLE_WAIT : problem.retryAfter;
  }

  /** The object that is known stays the same while nothing is new in it. */
  function newest(read: IntentSnapshot): IntentSnapshot {
    const newer = newerOf(state.snapshot, read);
    return state.snapshot && JSON.stringify(newer) === JSON.stringify(state.snapshot) ? state.snapshot : newer;
  }

  function change(news: Partial<Followed>): void {
    const before = state;
    state = { ...state, ...news };
    // The first answer is news whatever it says: until then nobody knew whether what is known still holds.
    const isFirst = before.answeredAt === null && state.answeredAt !== null;
    const isNews = isFirst || state.snapshot !== before.snapshot || state.problem?.code !== before.problem?.code;
    if (isNews) for (const listener of listeners) guarded(() => listener(state));
  }

  /** Watches, looks again later, or does nothing any more: whatever follows from what is known. */
  function goOn(wait = 0): void {
    const hasEnd = isFinal(state.snapshot?.status ?? '');
    const isStopped = isOver() || hopeless.includes(state.problem?.code ?? '');
    const watches = !isStopped && !hasEnd && isVisible;
    if (watches !== isWatched) {
      isWatched = watches;
      if (watches) watch.start();
      else watch.stop();
    }
    clock.clearTimeout(lookTimer);
    if (isStopped || watches || (hasEnd && !isVisible)) return;
    // Many pages that were opened at once do not come back at once.
    const later = (isVisible ? LOOK_AGAIN : LOOK_UNSEEN) * (0.8 + 0.4 * random());
    lookTimer = clock.setTimeout(() => void refresh(), Math.max(later, wait));
  }

  function isOver(): boolean {
    const status = state.snapshot?.status ?? '';
    return isFinal(status) && !isPaid(status) && !isUncertain(state.snapshot?.active_attempt ?? null);
  }

  /** A listener that throws must not stop the following; its error is still the page's to see. */
  function guarded(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
