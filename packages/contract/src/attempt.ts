import * as z from 'zod/mini';
import { FailureReport } from './failure.js';
import { NextAction } from './next-action.js';
import { openEnum } from './open-enum.js';

export const attemptStatuses = ['processing', 'action_required', 'completed', 'failed', 'cancelled'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

/** One try to pay an intent. At most one is live at a time. */
export const Attempt = z.object({
  id: z.string(),
  status: openEnum(attemptStatuses),
  /** True: the provider itself does not know. Never shown as failed, never tried again. */
  uncertain: z.optional(z.boolean()),
  method: z.object({ type: z.string(), label: z.optional(z.string()) }),
  /** True: the backend failed over to another gateway by itself. The customer sees one continuous wait. */
  is_fallback: z.optional(z.boolean()),
  next_action: z.optional(z.nullable(NextAction)),
  failure: z.optional(z.nullable(FailureReport)),
});
export type Attempt = z.infer<typeof Attempt>;
