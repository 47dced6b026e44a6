import type { Asks } from '../../asks.js';

/** One thing at a time. */
export type Step = Exclude<Asks, 'method_and_challenge' | 'decoupled'> | 'bank_app';

/** What each thing that may be asked for consists of. */
export function stepsOf(asks: Asks): Step[] {
  switch (asks) {
    case 'method_and_challenge':
      return ['three_ds_method', 'challenge'];
    case 'decoupled':
      return ['three_ds_method', 'bank_app'];
    default:
      return [asks];
  }
}

/** Only a card has an issuer to ask. */
export function isOfIssuer(asks: Asks): boolean {
  return stepsOf(asks).some((step) => /^(?:three_ds_method|challenge)/.test(step));
}
