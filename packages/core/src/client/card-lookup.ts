import { CardLookup } from '@florin/contract';
import type { Clock } from './clock.js';
import { readerOf, type Exchange } from './exchange.js';

/** How much of a number is ever sent, and how much is needed to tell one range of cards from its neighbours. */
const BIN_LENGTH = 8;
/** ms. What a lookup tells makes a form nicer: it is not worth a longer wait. */
const TIMEOUT = 4000;
/** ms without a lookup after `rate_limited` without a `Retry-After`. */
const REST = 10_000;

const reader = readerOf(CardLookup);

interface CardLookupsOptions {
  exchange: Exchange;
  clock: Clock;
  makeKey: () => string;
  /** Ends every lookup. */
  lifetime: AbortSignal;
}

/**
 * What the first digits of a card tell, asked for once per range. Its loss never harms: whatever goes wrong is `null`,
 * and the next call may ask again.
 */
export function createCardLookups({ exchange, clock, makeKey, lifetime }: CardLookupsOptions) {
  const asked = new Map<string, Promise<CardLookup | null>>();
  let silentUntil = 0;
  lifetime.addEventListener('abort', () => asked.clear());

  return async function lookUpCard(digits: string, signal?: AbortSignal): Promise<CardLookup | null> {
    const bin = digits.slice(0, BIN_LENGTH);
    if (!/^\d{8}$/.test(bin) || lifetime.aborted || signal?.aborted) return null;
    let lookup = asked.get(bin);
    if (!lookup) {
      if (clock.now() < silentUntil) return null;
      lookup = ask(bin);
      asked.set(bin, lookup);
    }
    return signal ? unlessAborted(lookup, signal) : lookup;
  };

  async function ask(bin: string): Promise<CardLookup | null> {
    const message = { path: '/card-lookup', body: { bin }, key: makeKey(), reader, limit: TIMEOUT };
    const answer = await exchange.post({ ...message, signal: lifetime });
    if ('value' in answer) return answer.value;
    asked.delete(bin);
    const { status, retryAfter } = answer.problem;
    if (status === 429 || retryAfter !== undefined) silentUntil = clock.now() + (retryAfter ?? REST);
    return null;
  }
}

/** The request itself goes on: others may wait for it, and its answer is kept for when the same digits come back. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
