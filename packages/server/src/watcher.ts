import type { Clock } from './clock.js';
import { unseenInterval } from './read-intervals.js';

/** Asks about payments under way until they are settled, so that a lost webhook or answer loses no outcome. */
export class Watcher {
  readonly #timers = new Map<string, () => void>();
  #closed = false;

  /** `ask` answers whether the payment is still under way. It does not throw. */
  constructor(
    private readonly clock: Clock,
    private readonly ask: (id: string) => Promise<boolean>,
  ) {}

  /** Starts over with short delays. */
  watch(id: string): void {
    this.#schedule(id, 0);
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #schedule(id: string, step: number): void {
    if (this.#closed) return;
    this.#timers.get(id)?.();
    const cancel = this.clock.after(unseenInterval(step), () => void this.#run(id, step));
    this.#timers.set(id, cancel);
  }

  async #run(id: string, step: number): Promise<void> {
    const own = this.#timers.get(id);
    const goesOn = await this.ask(id);
    // Watched anew meanwhile: the newer schedule counts.
    if (this.#timers.get(id) !== own) return;
    if (goesOn) this.#schedule(id, step + 1);
    else this.#timers.delete(id);
  }
}
