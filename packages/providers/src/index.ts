export {
  codesOf,
  type CodeAlias,
  type CodeEntry,
  type Codes,
  type CodeTable,
  type StatedFailure,
} from './code-table.js';
export { pageAction } from './page-action.js';
export type { AttemptReading, NativeAmount, Provider, Reading } from './provider.js';
export { reversedIn, statusWith, sumOf, totalOf, withTotal, type Reversed } from './reversals.js';
export { unlistedStatus } from './unlisted.js';
export { unread, unreadable } from './unread.js';
