import type { Clock } from './clock.js';

/** A clock that a test moves. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-01-01T00:00:00.000Z');
  #timers: { at: number; task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delay: number, task: () => void): () => void {
    const timer = { at: this.#now + delay, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  advance(duration: number): void {
    const end = this.#now + duration;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((each) => each !== next);
      next.task();
    }
    this.#now = end;
  }

  get pending(): number {
    return this.#timers.length;
  }

  #next(end: number) {
    const due = this.#timers.filter(({ at }) => at <= end);
    due.sort((a, b) => a.at - b.at);
    return due[0];
  }
}
