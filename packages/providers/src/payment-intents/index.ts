import type { Provider } from '../provider.js';
import { codes } from './codes.js';
import { read } from './read.js';

/** The payment-intent system, whose model the contract follows. */
export const provider: Provider = {
  id: 'payment-intents',
  codes: codes.names,
  read,
  describeFailure: (code) => codes.describe(code),
};
