/**
 * What a rule says about the text of one field.
 *
 * - `valid`: it can be sent; `value` is what to send.
 * - `incomplete`: nothing is wrong yet, something is missing.
 * - `wrong`: typing on at the end will not mend it, as far as anyone can tell.
 *
 * `reason` comes from a closed set per field, and is the key of the message that the customer reads.
 */
export type Check<Value, Reason extends string> =
  | { readonly state: 'valid'; readonly value: Value }
  | { readonly state: 'incomplete'; readonly reason: Reason }
  | { readonly state: 'wrong'; readonly reason: Reason };

export const valid = <Value>(value: Value) => ({ state: 'valid', value }) as const;
export const incomplete = <Reason extends string>(reason: Reason) => ({ state: 'incomplete', reason }) as const;
export const wrong = <Reason extends string>(reason: Reason) => ({ state: 'wrong', reason }) as const;
