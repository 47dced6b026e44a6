import type { AttemptStatus } from '@florin/contract';

export interface StateEntry {
  attempt: AttemptStatus;
  /** Purse does not know what became of it: it verifies, and so do we. */
  uncertain?: true;
}

/**
 * State of a Purse payment → the contract's. Purse publishes no definition of them: this is how its Alma page uses them.
 * A payment of Purse is one try to pay; the session that it belongs to may have another one.
 */
export const states = {
  WAITING: { attempt: 'processing' },
  // Only where the partner was asked too often: it is asked again later.
  PENDING: { attempt: 'processing' },
  SUCCESS: { attempt: 'completed' },
  ERROR: { attempt: 'failed' },
  UNCERTAIN: { attempt: 'processing', uncertain: true },
} satisfies Record<string, StateEntry>;

export type State = keyof typeof states;

/** What an authorisation is at Purse's API of today, and what an aborted session makes of its payments. */
const aliases: Readonly<Record<string, State>> = {
  AUTHORIZED: 'SUCCESS',
  REFUSED: 'ERROR',
  ABORTED: 'ERROR',
  // In no table: what a payment that Alma has cancelled is taken to be called.
  CANCELLED: 'ERROR',
  ABORTEDBYCUSTOMER: 'ERROR',
};

export function stateOf(native: string): State | undefined {
  const name = native.toUpperCase();
  return Object.hasOwn(states, name) ? (name as State) : Object.hasOwn(aliases, name) ? aliases[name] : undefined;
}
