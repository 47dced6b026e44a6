/** Time comes in from outside, so that tests need not wait. All durations are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `delay`; the answer cancels it. */
  after(delay: number, task: () => void): () => void;
}

/** Longer delays overflow a timer and would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, task) => {
    const timer = setTimeout(task, Math.min(Math.max(0, delay), LONGEST_DELAY));
    return () => clearTimeout(timer);
  },
};
