import type { Timers } from './clock.js';
import type { Scenario } from './scenario.js';

/** ms to wait before each try: five of them, the first right after the answer that caused it. */
const delays = [20, 1_000, 5_000, 25_000, 120_000];
const TRY_TIMEOUT = 10_000;
/** ms that an overtaken webhook waits for the one that overtakes it. */
const OVERTAKEN = 2_000;

export interface Delivery {
  url: string;
  body: string;
  headers: Record<string, string>;
  /** The only answer that takes it; any success, where it is left out. */
  takenBy?: number;
}

/** Brings webhooks to the merchant's backend: at least once, in no promised order. */
export class Deliveries {
  readonly #timers: Timers;
  readonly #fetch: typeof fetch;
  /** A test may silence them, to prove that a lost webhook loses no payment. */
  muted = false;

  constructor(timers: Timers, fetcher: typeof fetch) {
    this.#timers = timers;
    this.#fetch = fetcher;
  }

  /** `isFirst`: another one about the same payment will follow; `reversed` lets it go first. */
  send(delivery: Delivery, { webhooks = 'once' }: Scenario = {}, isFirst = false): void {
    if (this.muted || webhooks === 'never') return;
    if (webhooks === 'reversed' && isFirst) return this.#timers.later(OVERTAKEN, () => this.#deliver(delivery));
    this.#deliver(delivery);
    if (webhooks === 'twice') this.#deliver(delivery);
  }

  #deliver(delivery: Delivery, tries = 0): void {
    const delay = delays[tries];
    if (delay === undefined) return;
    this.#timers.later(delay, () => {
      void this.#post(delivery).then((taken) => taken || this.#deliver(delivery, tries + 1));
    });
  }

  async #post({ url, body, headers, takenBy }: Delivery): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(TRY_TIMEOUT);
      const response = await this.#fetch(url, { method: 'POST', body, headers, signal });
      await response.body?.cancel();
      return takenBy === undefined ? response.ok : response.status === takenBy;
    } catch {
      return false;
    }
  }
}
