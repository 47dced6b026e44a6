import type { Provider } from '../provider.js';
import { codes } from './codes.js';
import { describeFailure } from './failure.js';
import { read } from './read.js';

/** The payment-intent system, whose model the contract follows. */
export const provider: Provider = {
  id: 'payment-intents',
  codes: [...codes.keys()],
  read,
  describeFailure: (code) => describeFailure(code),
};
