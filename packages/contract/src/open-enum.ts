import * as z from 'zod/mini';

/** A value this version of Florin does not know yet. It is kept, never refused. */
export type Unlisted = string & Record<never, never>;

/**
 * An enum that may grow. A backend newer than this page may answer a value we have never seen: it is
 * carried through untouched, so that whoever shows it can say "in progress" and go on watching.
 */
export function openEnum<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.union([z.enum(values), z.string()]) as unknown as z.ZodMiniType<Values[number] | Unlisted>;
}
