import { codesOf } from '../code-table.js';
import { sharedCodes } from '../corefy/codes.js';

/** MilkyPay lists exactly the resolutions that the Corefy brands share. What it alone would mean otherwise goes here. */
export const codes = codesOf(sharedCodes);
