/** ms between polls. The last one is the cap. */
const steps = [0, 1000, 2000, 3000, 5000, 8000, 10_000];

/**
 * The pause before try number `round` (0 is the first), in ms. Full jitter between half of the step and the step:
 * many pages that lost the same backend at once must not come back at once.
 */
export function backoff(round: number, random: () => number): number {
  const step = steps[Math.min(round, steps.length - 1)] ?? 0;
  return Math.round(step / 2 + (step / 2) * random());
}

/** ms. However long a backend asks to be left alone, the customer has to hear of the end. */
const LONGEST_WAIT = 600_000;

/** ms that a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Math.min(Number(header) * 1000, LONGEST_WAIT);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), LONGEST_WAIT);
}
