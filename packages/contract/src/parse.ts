import type * as z from 'zod/mini';

/** Where a payload breaks the contract, as a JSON pointer (RFC 6901), and how. Never the value itself. */
export interface Violation {
  pointer: string;
  code: string;
}

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; violations: Violation[] };

/** Reads a payload against a schema of the contract. Does not throw. */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, payload: unknown): Parsed<z.infer<Schema>> {
  // The input is asked for to tell what is missing from what is of the wrong type; it never leaves this file.
  const result = schema.safeParse(payload, { reportInput: true });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, violations: result.error.issues.flatMap((issue) => violationsOf(issue, [])) };
}

type Issue = z.core.$ZodIssue;

/** A union reports one list of issues per branch; the branch that came furthest is the one that was meant. */
function violationsOf(issue: Issue, base: readonly PropertyKey[]): Violation[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.reduce((best, branch) => (depthOf(branch) > depthOf(best) ? branch : best));
    if (depthOf(meant) > 0) return meant.flatMap((inner) => violationsOf(inner, path));
  }
  return [{ pointer: pointerTo(path), code: codeOf(issue) }];
}

function depthOf(branch: readonly Issue[]): number {
  // A branch that fails on the discriminator was not meant, however deep it is.
  if (branch.some((issue) => issue.path.at(-1) === 'type')) return 0;
  return Math.max(0, ...branch.map((issue) => issue.path.length + (issue.code === 'invalid_union' ? 1 : 0)));
}

function codeOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : `expected_${issue.expected}`;
  return issue.code;
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
