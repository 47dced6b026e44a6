export type { Check } from '../card/check.js';
export { checkEmail } from './email.js';
export type { EmailReason } from './email.js';
