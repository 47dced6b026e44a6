export const attemptStatuses = ['processing', 'action_required', 'completed', 'failed', 'cancelled'] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];
