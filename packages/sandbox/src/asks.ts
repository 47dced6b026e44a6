/**
 * What a payment may ask its customer for.
 * - `three_ds_method`: the issuer's server looks at the browser, and is content (frictionless).
 * - `challenge`: the issuer asks on a page of its own; `challenge_v1` with the fields of 3-D Secure 1, `challenge_named` with
 *   those of an acquirer.
 * - `method_and_challenge`: the one, then the other.
 * - `decoupled`: the method, then a question in the bank's app.
 * - `redirect`, `redirect_form`, `popup`, `iframe`: the bank's page; the second is posted to, and posts back.
 * - `instructions`, `voucher`: what to pay, and where; the second has a page to print.
 * - `unlisted`: something that nobody knows yet.
 */
export const asks = [
  'three_ds_method',
  'challenge',
  'challenge_v1',
  'challenge_named',
  'method_and_challenge',
  'decoupled',
  'otp',
  'redirect',
  'redirect_form',
  'popup',
  'iframe',
  'qr',
  'approval',
  'instructions',
  'voucher',
  'sdk',
  'unlisted',
] as const;
export type Asks = (typeof asks)[number];

/** How the issuer, the bank or the operator goes wrong: the table in the README says what comes of each. */
export const behaviours = [
  'never_answers',
  'answers_late',
  'wrong_origin',
  'wrong_nonce',
  'answers_twice',
  'refuses',
  'never_returns',
  'slow_after_code',
  'cannot_cancel',
] as const;
export type Behaviour = (typeof behaviours)[number];
