import { reasons, type FailureReport, type Reason } from '@florin/contract';
import { GatewayError } from '../../gateway.js';

/** Where the API says that something is wrong (RFC 9457, `errors[].pointer`) → what the customer can mend. */
const pointerReasons: readonly [pattern: RegExp, reason: Reason][] = [
  [/\/card\/(?:number|pan)$/, 'check_number'],
  [/\/card\/exp/, 'check_expiry'],
  [/\/card\/(?:cvc|cvv)$/, 'check_cvc'],
  [/\/card\/holder/, 'check_holder'],
  [/\/card\b/, 'check_details'],
  // Good once, and for minutes: the card has to be handed in again.
  [/vault_form_token$/, 'try_again_later'],
  [/\/(?:method|partner|label|installments)\b/, 'method_unavailable'],
  [/client_session_id$/, 'payment_expired'],
  [/\/amount$/, 'amount_not_allowed'],
];

/** What an answer that is no success means. The provider's own words are not kept: they may quote what was sent. */
export function refusalOf(status: number, body: unknown, retryAfter: number | null): GatewayError {
  const code = `http_${status}`;
  const wait = retryAfter === null ? {} : { retryAfter };
  // Turned away at the door, before anything was read.
  if (status === 429) return new GatewayError('not_sent', code, wait);
  if (status === 400 || status === 422) return refusedAt(code, pointersOf(body));
  if ([401, 403, 404, 405, 415].includes(status)) return refusedBySetup(code);
  // 409: only a look at the payment tells. 5xx: nobody knows.
  return new GatewayError('unknown', code, wait);
}

export function refusedBySetup(code: string): GatewayError {
  return refused(code, 'merchant_setup', 'Purse refused the request.');
}

export function refused(code: string, reason: Reason, message: string): GatewayError {
  const failure: FailureReport = { code: { value: code, category: reasons[reason].category, message }, reason };
  return new GatewayError('refused', code, { failure });
}

function refusedAt(code: string, pointers: string[]): GatewayError {
  const found = pointerReasons.find(([pattern]) => pointers.some((pointer) => pattern.test(pointer)));
  const message = pointers.length > 0 ? `Purse refused: ${pointers.join(', ')}.` : 'Purse refused the request.';
  return refused(code, found?.[1] ?? 'merchant_setup', message);
}

function pointersOf(body: unknown): string[] {
  const errors = typeof body === 'object' && body !== null ? (body as { errors?: unknown }).errors : undefined;
  if (!Array.isArray(errors)) return [];
  return (
    errors
      .map((error: unknown) => (error as { pointer?: unknown } | null)?.pointer)
      .filter(
        (pointer): pointer is string => typeof pointer === 'string' && /^#?(?:\/[a-z_\d]{1,40}){1,8}$/i.test(pointer),
      )
      // A long number has no place in a pointer.
      .filter((pointer) => !/\d{4}/.test(pointer))
  );
}
