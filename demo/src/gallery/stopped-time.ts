/** ms. Whoever waits longer than this waits for ever. */
const LONG = 1000;

/** What a view says after a while it does not say here: a picture does not depend on how fast it was taken. */
export function stopTime(): void {
  const { setTimeout } = globalThis;
  const stopped = (handler: TimerHandler, delay = 0, ...rest: unknown[]): number =>
    delay > LONG ? 0 : (setTimeout as typeof window.setTimeout)(handler, delay, ...rest);
  Object.assign(globalThis, { setTimeout: stopped });
}
