import { reasons, type Reason } from '@florin/contract';
import type { Provider } from '@florin/providers';
import { GatewayError } from '../../gateway.js';
import { objectOf } from './invoice.js';

/** The field that the platform complains about → what the customer can mend. */
const fieldReasons: readonly [field: string, reason: Reason][] = [
  ['card_number', 'check_number'],
  ['exp_month', 'check_expiry'],
  ['exp_year', 'check_expiry'],
  ['cvv', 'check_cvc'],
  ['card_holder', 'check_holder'],
  ['address', 'check_details'],
  ['email', 'check_details'],
  ['phone', 'check_details'],
  ['amount', 'amount_not_allowed'],
  ['service', 'method_unavailable'],
  ['currency', 'method_unavailable'],
];

/** What an answer that is no success means for the attempt. The platform's own words are not kept: they may quote. */
export function refusalsOf(provider: Provider) {
  return (status: number, body: unknown, retryAfter: number | null): GatewayError => {
    const code = `http_${status}`;
    const wait = retryAfter === null ? {} : { retryAfter };
    // Turned away at the door, before anything was read.
    if (status === 429) return new GatewayError('not_sent', code, wait);
    if (status === 400 || status === 422) return refusedFor(provider, code, body);
    if ([401, 403, 404, 405].includes(status))
      return refused(code, 'merchant_setup', 'The provider refused the request.');
    // 409: only a look at the invoice tells. 5xx: nobody knows.
    return new GatewayError('unknown', code, wait);
  };
}

export function refused(code: string, reason: Reason, message: string): GatewayError {
  const failure = { code: { value: code, category: reasons[reason].category, message }, reason };
  return new GatewayError('refused', code, { failure });
}

export function amountMismatch(): GatewayError {
  const message = 'The provider and this server mean different amounts: check the exponent.';
  return refused('amount_mismatch', 'merchant_setup', message);
}

export function referenceMismatch(): GatewayError {
  const message = "The invoice does not bear the attempt's id as its reference_id: check the invoice option.";
  return refused('reference_mismatch', 'merchant_setup', message);
}

export function testModeMismatch(): GatewayError {
  const message = 'The invoice is not in the mode that testMode says: check the account.';
  return refused('test_mode_mismatch', 'merchant_setup', message);
}

/** The card gateway's answers. Its 429 may also say that it has heard the same before: nothing is sent again on it. */
export function cardRefusalsOf(provider: Provider): ReturnType<typeof refusalsOf> {
  const refusalOf = refusalsOf(provider);
  return (status, body, retryAfter) =>
    status === 429 ? new GatewayError('unknown', 'http_429') : refusalOf(status, body, retryAfter);
}

/** What stands in `errors` is not documented: a code that is listed, or a field that is known, is looked for anywhere. */
function refusedFor(provider: Provider, code: string, body: unknown): GatewayError {
  const said = wordsOf(body);
  // It may have been paid: whatever else is said, no refusal of this call proves that it was not.
  if (said.some((word) => provider.describeFailure(word).recovery === 'verify_outcome'))
    return new GatewayError('unknown', code);
  const listed = provider.codes.find((name) => said.includes(name.toLowerCase()));
  if (listed !== undefined) {
    const { code: native, reason } = provider.describeFailure(listed);
    return new GatewayError('refused', code, { failure: { code: native, reason } });
  }
  const [field, reason] = fieldReasons.find(([name]) => said.some((word) => word.split(/[./]/).includes(name))) ?? [];
  const message = field ? `The provider refused: ${field}.` : 'The provider refused the request.';
  return refused(code, reason ?? 'merchant_setup', message);
}

/** The short words of an error document: codes, names of fields, pointers. What is longer is a text, and may quote. */
function wordsOf(body: unknown): string[] {
  const { error_codes, errors, error } = objectOf(body);
  return [error_codes, errors, error].flatMap((part) => wordsIn(part, 4)).map((word) => word.toLowerCase());
}

function wordsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return /^[\w./-]{1,80}$/.test(value) ? [value] : [];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value).filter((name) => name.length <= 80);
  return [...names, ...Object.values(value).flatMap((each) => wordsIn(each, depth - 1))];
}
