import { readerOf } from '../corefy/read.js';
import type { Provider } from '../provider.js';
import { codes } from './codes.js';

export { statuses } from '../corefy/statuses.js';
export { codes };

/** MilkyPay, a brand on Corefy's platform. */
export const provider: Provider = {
  id: 'milky-pay',
  codes: codes.names,
  read: readerOf(codes),
  describeFailure: (code) => codes.describe(code),
};
