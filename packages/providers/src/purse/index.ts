import type { Provider } from '../provider.js';
import { codes, describeFailure } from './codes.js';
import { read } from './read.js';

export { partnerStatuses, purseCodes } from './codes.js';
export { states } from './statuses.js';

/** Purse, with Alma as its partner. */
export const provider: Provider = { id: 'purse', codes, read, describeFailure: (code) => describeFailure(code) };
