export const intentStatuses = [
  'pending',
  'completed',
  'failed',
  'expired',
  'cancelled',
  'partially_refunded',
  'refunded',
  'partially_charged_back',
  'charged_back',
] as const;
export type IntentStatus = (typeof intentStatuses)[number];

/** All of these are "paid" to the customer; what happened later is shown as an addition. */
const paid: readonly string[] = [
  'completed',
  'partially_refunded',
  'refunded',
  'partially_charged_back',
  'charged_back',
];

export function isPaid(status: string): boolean {
  return paid.includes(status);
}

/** Every listed status but `pending` is final. An unlisted one is not: it is kept watched. */
export function isFinal(status: string): boolean {
  return status !== 'pending' && (intentStatuses as readonly string[]).includes(status);
}
