import type { Clock } from './clock.js';

/** At most `max` in any window of `per` ms. */
export interface RateLimit {
  max: number;
  per: number;
}

/** ms to wait until one more fits; 0: it fits now. `times` are those of the past, oldest first. */
export function waitFor({ max, per }: RateLimit, times: readonly number[], now: number): number {
  const recent = times.filter((time) => time > now - per);
  const blocking = recent.at(-max);
  return blocking === undefined ? 0 : blocking + per - now;
}

/** Counts in this process alone: it guards a cheap call, not money. */
export class RateLimiter {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
  ) {}

  /** ms to wait; 0: taken. */
  take(key: string): number {
    const now = this.clock.now();
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - this.limit.per);
    const wait = waitFor(this.limit, recent, now);
    if (wait > 0) return wait;
    // Taken again it moves to the end, so that the front of the map is what to forget.
    this.#times.delete(key);
    this.#times.set(key, [...recent, now]);
    for (const [old, times] of this.#times) {
      if ((times.at(-1) ?? 0) > now - this.limit.per) break;
      this.#times.delete(old);
    }
    return 0;
  }
}
