/** Time comes in from outside, so that tests need not wait. All durations are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `delay`; the answer cancels it. `background`: it need not keep a finished process alive. */
  after(delay: number, task: () => void, background?: boolean): () => void;
}

/** Longer delays overflow a timer and would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, task, background = false) => {
    const timer: unknown = setTimeout(task, Math.min(Math.max(0, delay), LONGEST_DELAY));
    // Where a timer is a number, nothing waits for it.
    if (background && typeof timer === 'object') (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};
