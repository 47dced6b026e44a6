import { codesOf } from '../code-table.js';
import { sharedCodes } from '../corefy/codes.js';
import { codes as platform } from '../payments-trust/codes.js';

/**
 * MilkyPay lists exactly the resolutions that the Corefy brands share. What it sends beyond them, as its platform's test cards do,
 * means what it means at the other brand.
 */
export const codes = codesOf(sharedCodes, platform);
