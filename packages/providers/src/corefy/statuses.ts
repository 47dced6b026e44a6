import type { AttemptStatus, IntentStatus } from '@florin/contract';

export interface StatusEntry {
  /** What it says of the payment: an invoice that was not paid is one try, and another may follow. */
  payment: IntentStatus;
  attempt: AttemptStatus;
  /** The provider does not know whether the customer has paid. */
  uncertain?: true;
}

/**
 * Status of a payment invoice → the contract's. The brands' "Status list" pages and, for the ones marked so, Corefy's own
 * pages on invoices, of which some leave open whether they are final: those are kept watched.
 */
export const statuses = {
  created: { payment: 'pending', attempt: 'processing' },
  // Corefy's pages.
  processing: { payment: 'pending', attempt: 'processing' },
  process_pending: { payment: 'pending', attempt: 'processing' },
  // Corefy's pages, without a word on it: one of the provider's own tries failed, and it tries five times.
  process_error: { payment: 'pending', attempt: 'processing' },
  // Corefy's pages: less was paid than was asked. Something was taken, so nobody is asked to pay again.
  partially_processed: { payment: 'pending', attempt: 'processing', uncertain: true },
  processed: { payment: 'completed', attempt: 'completed' },
  process_failed: { payment: 'pending', attempt: 'failed' },
  expired: { payment: 'pending', attempt: 'failed' },
  // Corefy's pages: the payer ended it.
  terminated: { payment: 'pending', attempt: 'cancelled' },
  // Only what was paid is refunded, and until it is, or when it cannot be, the payment stands.
  refunding: { payment: 'completed', attempt: 'completed' },
  refund_pending: { payment: 'completed', attempt: 'completed' },
  refund_failed: { payment: 'completed', attempt: 'completed' },
  refund_error: { payment: 'completed', attempt: 'completed' },
  partially_refunded: { payment: 'partially_refunded', attempt: 'completed' },
  refunded: { payment: 'refunded', attempt: 'completed' },
  partially_charged_back: { payment: 'partially_charged_back', attempt: 'completed' },
  charged_back: { payment: 'charged_back', attempt: 'completed' },
} satisfies Record<string, StatusEntry>;

export type InvoiceStatus = keyof typeof statuses;

/** Older payloads write capitals. `undefined`: nobody lists it. */
export function statusOf(native: string): StatusEntry | undefined {
  const name = native.toLowerCase();
  return Object.hasOwn(statuses, name) ? statuses[name as InvoiceStatus] : undefined;
}
