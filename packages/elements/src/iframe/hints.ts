/** ms between two: a page that never stops talking must not make the backend be asked without end. */
const PAUSE = 2000;

/** Reasons to ask the backend: the first is followed at once, what comes meanwhile once, after a pause. */
export class Hints {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAwaited = false;

  constructor(private readonly follow: () => void) {}

  take(): void {
    if (this.timer !== undefined) {
      this.isAwaited = true;
      return;
    }
    this.follow();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.isAwaited) return;
      this.isAwaited = false;
      this.take();
    }, PAUSE);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isAwaited = false;
  }
}
