import type { Failure, Intent, NextAction, Violation } from '@florin/contract';

/** What a provider's payload says, in the contract's words. */
export interface Reading {
  /** Contract status of the payment; absent when the payload is about an attempt alone. */
  status?: Intent['status'];
  attempt: AttemptReading | null;
  /** All that was refunded, and charged back, until now. Absent: the payload does not say how much. */
  refunded?: NativeAmount;
  charged_back?: NativeAmount;
  /** Where the payload is not the provider's: pointers and codes, never values. Absent: nowhere. */
  violations?: readonly Violation[];
}

/** In the unit that the provider counts in, and of the payment's currency. */
export type NativeAmount = { major: number } | { minor: number };

export interface AttemptReading {
  /** The provider's own identifier of the attempt. */
  id?: string;
  status: string;
  /** The provider itself does not know: never failed, never tried again. */
  uncertain: boolean;
  is_fallback: boolean;
  /** `null` beside `action_required`: something is still asked for, and what it is was said before. */
  next_action: NextAction | null;
  failure: Failure | null;
  /** Only grows, where the provider numbers its answers or dates them: whoever has read a newer one drops an older one. */
  revision?: number;
}

/** One provider's language, read into the contract's. Pure: no clock, no network; `read` does not throw. */
export interface Provider {
  readonly id: string;
  /** Every native failure code that stands in this provider's table. */
  readonly codes: readonly string[];
  read(payload: unknown): Reading;
  describeFailure(code: string): Failure;
}
