import { attemptStatuses } from '@florin/contract';

/**
 * A status that nobody lists, carried through: it is not final, so the payment stays watched. Where it happens to be a word of
 * the contract it is marked: what the provider means by it nobody has said.
 */
export function unlistedStatus(native: string): string {
  return (attemptStatuses as readonly string[]).includes(native.toLowerCase()) ? `native_${native}` : native;
}
