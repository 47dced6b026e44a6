import type { Provider } from '../provider.js';
import { codes, describeFailure } from './codes.js';
import { read } from './read.js';

/** Purse, with Alma as its partner. */
export const provider: Provider = { id: 'purse', codes, read, describeFailure: (code) => describeFailure(code) };
