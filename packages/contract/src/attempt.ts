import * as z from 'zod/mini';
import { shownOfAttempt } from './intent-snapshot.js';
import { NextAction } from './next-action.js';

/** One try to pay an intent. At most one is live at a time. */
export const Attempt = z.object({
  ...shownOfAttempt,
  /** True: the backend failed over to another gateway by itself. The customer sees one continuous wait. */
  is_fallback: z.optional(z.boolean()),
  next_action: z.optional(z.nullable(NextAction)),
});
export type Attempt = z.infer<typeof Attempt>;
