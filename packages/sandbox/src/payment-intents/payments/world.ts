import type { Challenges } from '../../acs/challenges.js';
import type { Clock, Timers } from '../../clock.js';
import type { Payments } from './payments.js';

/** What a payment takes place in. */
export interface World {
  payments: Payments;
  clock: Clock;
  timers: Timers;
  challenges: Challenges;
  /** The merchant's name. */
  merchant: string;
}
