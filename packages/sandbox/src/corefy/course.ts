import type { Scenario } from '../scenario.js';
import { isFailed, type Ending } from './model.js';
import { findCorefyCard } from './test-cards.js';
import { passesLuhn } from '../card.js';

/** What a sale goes through. */
export interface Course {
  step: 'three_ds' | 'three_ds_1' | 'otp' | null;
  end: Ending;
}

/** Resolutions of a live payment that tell what the customer has to do. */
const steps: Readonly<Record<string, Course['step']>> = {
  auth_3ds_required: 'three_ds',
  card_is_3ds_enrolled: 'three_ds',
  card_3ds_enrolled: 'three_ds',
  // The first version it is, then.
  card_is_not_3ds_v2_enrolled: 'three_ds_1',
  auth_otp_required: 'otp',
};

const paid: Ending = { status: 'processed', resolution: 'ok' };

/** Decides what becomes of a card: the scenario, else its row in the table of test cards. */
export function courseOf(
  { number, expiry }: { number: string; expiry: string | null },
  scenario: Scenario,
  /** The merchant asks for 3-D Secure. */
  isForced: boolean,
): Course {
  const card = findCorefyCard(number, expiry);
  const asked = scenarioEnding(scenario);
  const step = card?.challenge || isForced ? 'three_ds' : null;
  if (asked?.status.toLowerCase() === 'process_pending') {
    const own = steps[asked.resolution.toLowerCase()];
    if (own) return { step: own, end: paid };
  }
  const tableEnd = card ? { status: card.status, resolution: card.code } : paid;
  const end = asked ?? (passesLuhn(number) ? tableEnd : { status: 'process_failed', resolution: 'invalid_card' });
  // Declined for want of a step that this sale takes: this time it is paid.
  if (isForced && isFailed(end.status) && steps[end.resolution.toLowerCase()]) return { step, end: paid };
  return { step, end };
}

/** Either of the two says enough: a status has its usual resolution, and a resolution its usual status. */
function scenarioEnding({ status, code }: Scenario): Ending | null {
  if (status === undefined && code === undefined) return null;
  const isOk = code === undefined || code.toLowerCase() === 'ok';
  const ending = status ?? (isOk ? 'processed' : 'process_failed');
  return { status: ending, resolution: code ?? usualResolution(ending) };
}

function usualResolution(status: string): string {
  if (!isFailed(status)) return 'ok';
  return status.toLowerCase() === 'expired' ? 'transaction_expired' : 'general_decline';
}
