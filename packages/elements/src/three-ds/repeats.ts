import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** ms before an answer that was refused is given again: once, twice, and then no more. */
const PAUSES = [2000, 10_000];

/**
 * Gives an answer again that was refused. The customer has not made it and cannot see that it was lost, so nobody else
 * would. It is bounded: what is refused for good would be refused forever.
 */
export class Repeats implements ReactiveController {
  private round = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly giveAgain: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  later(): void {
    const pause = PAUSES[this.round];
    this.round += 1;
    if (pause !== undefined) this.timer = setTimeout(this.giveAgain, pause);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** For another answer. */
  reset(): void {
    this.stop();
    this.round = 0;
  }
}
