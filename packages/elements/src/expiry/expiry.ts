import type { ReactiveControllerHost } from 'lit';
import { Countdown } from '../countdown/countdown.js';

type Milestone = 'countdown.half' | 'countdown.minute' | 'countdown.seconds';

interface ExpiryHandlers {
  milestone(key: Milestone): void;
  /** Asks the backend. What it answers comes back through `read`. */
  ask(): void;
  /** It has answered, and nothing has become of the payment. */
  over(): void;
}

/**
 * The end of a next action, on the server's clock. At zero nothing is said yet: the payment may have been made in the last
 * second, so the backend is asked once more. Only when it answers, and still wants the same, is the time said to be over.
 */
export class Expiry {
  /** `asking`: the time is up, and what became of the payment is not known yet. */
  private stage: 'open' | 'asking' | 'over' = 'open';
  private deadline: string | undefined;
  private readonly countdown: Countdown;

  constructor(
    host: ReactiveControllerHost,
    now: () => number,
    private readonly on: ExpiryHandlers,
  ) {
    this.countdown = new Countdown(host, now, (key) => (key === 'countdown.over' ? this.ask() : on.milestone(key)));
  }

  /** ms left; `null` without an end. */
  get left(): number | null {
    return this.countdown.left;
  }

  /** The time is up: what was shown is worth nothing any more. */
  get isUp(): boolean {
    return this.left === 0;
  }

  get isOver(): boolean {
    return this.stage === 'over';
  }

  /** The backend has been read, at `readAt` on its own clock, and wants this (still, or from now on). */
  read(deadline: string | undefined, readAt?: string): void {
    const isSame = deadline === this.deadline;
    this.deadline = deadline;
    this.countdown.runTo(deadline);
    if (!this.isUp) this.stage = 'open';
    else if (!isSame) this.ask();
    // In a tab out of sight nothing is asked yet: it would be told to nobody. The countdown does so when they are back.
    // What was read before the end, and comes after it, is no answer: it may have been paid since.
    else if (this.stage === 'asking' && !isBefore(readAt, deadline)) {
      this.stage = 'over';
      this.on.over();
    }
  }

  private ask(): void {
    this.stage = 'asking';
    this.on.ask();
  }
}

/** Where it is not known when something was read, it was not before. */
function isBefore(readAt: string | undefined, deadline: string | undefined): boolean {
  return Date.parse(readAt ?? '') < Date.parse(deadline ?? '');
}
