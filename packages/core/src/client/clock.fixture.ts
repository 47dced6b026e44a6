import type { Clock } from './clock.js';

/** A clock that stands still until it is told to go. */
export class ManualClock implements Clock {
  private time = Date.parse('2026-01-01T00:00:00.000Z');
  private timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.timers.length;
  }

  setTimeout(callback: () => void, delay: number): unknown {
    const timer = { at: this.time + delay, callback };
    this.timers.push(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.timers = this.timers.filter((one) => one !== timer);
  }

  /** Goes on by `duration` ms and lets everything that waits for a moment in it happen, in order. */
  async advance(duration: number): Promise<void> {
    const end = this.time + duration;
    await settled();
    for (;;) {
      const due = this.timers
        .filter(({ at }) => at <= end)
        .reduce<(typeof this.timers)[0] | undefined>(
          (first, timer) => (first && first.at <= timer.at ? first : timer),
          undefined,
        );
      if (!due) break;
      this.time = Math.max(this.time, due.at);
      this.clearTimeout(due);
      due.callback();
      await settled();
    }
    this.time = end;
  }
}

/** Lets every promise that can be settled now be settled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
