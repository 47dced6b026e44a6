import type { CardKeeper } from './card-keeper.js';
import type { CardLookups } from './card-lookups.js';
import type { CardRange } from './card-ranges.js';
import type { Clock } from './clock.js';
import type { Gateway } from './gateway.js';
import type { Log } from './log.js';
import type { ProviderReader } from './provider-reader.js';
import type { RateLimit, RateLimiter } from './rate-limiter.js';
import type { IntentStore } from './store/intent-store.js';
import type { Watcher } from './watcher.js';

/** What every part of one checkout server shares. Durations are milliseconds. */
export interface ServerContext {
  readonly store: IntentStore;
  readonly gateways: ReadonlyMap<string, Gateway>;
  readonly clock: Clock;
  readonly log: Log;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly origins: readonly string[];
  readonly challengeBridge: boolean;
  readonly cardRanges: readonly CardRange[];
  readonly heartbeatInterval: number;
  /** The provider is asked at most this often about one intent, across processes. */
  readonly pollInterval: number;
  /** Likewise of what is paid. */
  readonly paidPollInterval: number;
  readonly keyLease: number;
  readonly unreceivedAfter: number;
  readonly attemptLimit: RateLimit;
  readonly cardLookups: RateLimiter;
  readonly cardReferences: RateLimiter;
  /** ms in which a customer may take the removal of a saved card back. */
  readonly restoreWindow: number;
  readonly lookups: CardLookups;
  readonly keeper: CardKeeper;
  readonly reader: ProviderReader;
  readonly watcher: Watcher;
  /** Attempts of which the newest answer could not be read → where. */
  readonly unreadable: Map<string, string>;
  /** What ends each open stream. */
  readonly streams: Set<() => void>;
}
