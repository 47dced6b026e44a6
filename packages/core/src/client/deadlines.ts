import type { PaymentState } from '../payment/state.js';
import type { Clock } from './clock.js';

/** `setTimeout` takes 32 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** ms beyond a deadline before the backend is asked: its own clock must have passed it too. */
const GRACE = 250;

/** Keeps the backend's clock, and has the intent read once more when a deadline on it has passed. */
export function createDeadlines(clock: Clock, onDeadline: () => void) {
  let offset = 0;
  let followed: PaymentState['intent'] = null;
  let timer: unknown;
  const serverNow = () => clock.now() + offset;

  return {
    serverNow,
    follow({ intent, action }: PaymentState): void {
      clock.clearTimeout(timer);
      if (!intent) return;
      // Only a fresh answer tells the time.
      if (intent !== followed) offset = Date.parse(intent.server_time) - clock.now();
      followed = intent;
      const now = serverNow();
      const pending = intent.status === 'pending';
      const next = [pending ? intent.expires_at : null, expiryOf(action)]
        .map((time) => (time ? Date.parse(time) : Number.NaN))
        .filter((time) => time > now)
        .reduce((one, other) => Math.min(one, other), Infinity);
      if (next < Infinity) timer = clock.setTimeout(onDeadline, Math.min(next - now + GRACE, LONGEST_TIMER));
    },
    clear: () => clock.clearTimeout(timer),
  };
}

function expiryOf(action: PaymentState['action']): string | null {
  return action && 'expires_at' in action && typeof action.expires_at === 'string' ? action.expires_at : null;
}
