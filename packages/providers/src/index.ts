export {
  codesOf,
  type CodeAlias,
  type CodeEntry,
  type Codes,
  type CodeTable,
  type StatedFailure,
} from './code-table.js';
export { pageAction } from './page-action.js';
export type { AttemptReading, Provider, Reading } from './provider.js';
export { unlistedStatus } from './unlisted.js';
export { unread, unreadable } from './unread.js';
