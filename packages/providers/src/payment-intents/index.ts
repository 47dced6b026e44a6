import type { Provider } from '../provider.js';
import { codes } from './codes.js';
import { read } from './read.js';

export { attempts as attemptStatuses, intents as intentStatuses } from './statuses.js';
export { readRefunded } from './refunds.js';
export { documented as documentedCodes } from './codes.js';

/** The payment-intent system, whose model the contract follows. */
export const provider: Provider = {
  id: 'payment-intents',
  codes: codes.names,
  read,
  describeFailure: (code) => codes.describe(code),
};
