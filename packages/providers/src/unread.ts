import type { Violation } from '@florin/contract';
import type { AttemptReading, Reading } from './provider.js';

/** What cannot be read says nothing about the payment: it is neither paid nor failed, and stays watched. */
export const unread: AttemptReading = {
  status: 'processing',
  uncertain: true,
  is_fallback: false,
  next_action: null,
  failure: null,
};

/** A payload that is not the provider's, and where. */
export function unreadable(violations: readonly Violation[], id?: string): Reading {
  return { attempt: { ...unread, ...(id !== undefined && { id }) }, violations };
}
