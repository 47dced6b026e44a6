import { readerOf } from '../corefy/read.js';
import type { Provider } from '../provider.js';
import { codes } from './codes.js';

export { statuses } from '../corefy/statuses.js';
export { codes };

/** PaymentsTrust, a brand on Corefy's platform. */
export const provider: Provider = {
  id: 'payments-trust',
  codes: codes.names,
  read: readerOf(codes),
  describeFailure: (code) => codes.describe(code),
};
