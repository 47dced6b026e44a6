import type { FailureReport, Reason } from '@florin/contract';
import { reasons } from '@florin/contract';
import { GatewayError } from '../../gateway.js';

/** The field that the provider complains about → what the customer can mend. */
const fieldReasons: readonly [pattern: RegExp, reason: Reason][] = [
  [/^card\.number$/, 'check_number'],
  [/^card\.exp_/, 'check_expiry'],
  [/^(?:card\.)?cvc$/, 'check_cvc'],
  [/^card\.holder$/, 'check_holder'],
  [/^(?:card|billing_details)\b/, 'check_details'],
  [/^(?:token|saved_card)$/, 'method_unavailable'],
  // With this number, or there, it is not to be had.
  [/^(?:method_code|country|phone)\b/, 'method_unavailable'],
  [/^amount$/, 'amount_not_allowed'],
];

/** What an answer that is no success means for the attempt. The provider's own words are not kept: they may quote. */
export function refusalOf(status: number, body: unknown, retryAfter: number | null): GatewayError {
  const code = `http_${status}`;
  const wait = retryAfter === null ? {} : { retryAfter };
  // Turned away at the door, before anything was read.
  if (status === 429) return new GatewayError('not_sent', code, wait);
  if (status === 400 || status === 422) return refused(code, fieldsOf(body));
  if ([401, 403, 404, 405, 428].includes(status)) return refused(code, []);
  // 409: another body, another live attempt, a final payment: only a look at the payment tells. 5xx: nobody knows.
  return new GatewayError('unknown', code, wait);
}

function refused(code: string, fields: string[]): GatewayError {
  const field = fields.find((name) => name === 'token' || name === 'saved_card') ?? fields[0];
  const reason = fieldReasons.find(([pattern]) => field !== undefined && pattern.test(field))?.[1] ?? 'merchant_setup';
  const message =
    fields.length > 0 ? `The provider refused: ${fields.join(', ')}.` : 'The provider refused the request.';
  return new GatewayError('refused', code, { failure: failureReport(code, reason, message) });
}

export function failureReport(value: string, reason: Reason, message: string): FailureReport {
  return { code: { value, category: reasons[reason].category, message }, reason };
}

function fieldsOf(body: unknown): string[] {
  const errors = typeof body === 'object' && body !== null ? (body as { errors?: unknown }).errors : undefined;
  return typeof errors === 'object' && errors !== null
    ? Object.keys(errors).filter((field) => /^[a-z_][a-z_.]{0,60}$/i.test(field))
    : [];
}
