import type { CardLookup, Reason } from '@florin/contract';
import type { Asks, Behaviour } from './asks.js';

export { corefyCards, findCorefyCard, type CorefyCard } from './corefy/test-cards.js';
export { findPurseCard, purseCards, type PurseCard } from './purse/test-cards.js';

/**
 * What a card does in the sandbox.
 * - `completed`: paid at once.
 * - `declined`: refused at once with `code`.
 * - `challenge`: 3-D Secure; the customer confirms or refuses on the issuer's page.
 * - `soft_declined`: refused with `code` the first time, challenged when the same payment is tried again.
 * - `otp`: a one-time code is asked for; it is valid for `seconds`, or five minutes.
 * - `slow`: stays in progress for `seconds`, then is paid.
 * - `answer_lost`: the answer to "pay" is a late 504; after `seconds` the payment turns out to be paid.
 * - `uncertain`: the provider says it does not know; after `seconds` it fails with `code`.
 * - `three_ds_method`: the issuer looks at the browser for at most `seconds`, and is content without a challenge (frictionless).
 * - `method_and_challenge`: the one, then the other; `decoupled`: then a question in the bank's app.
 * - `challenge_v1`, `challenge_named`: a challenge with the fields of 3-D Secure 1, or with an acquirer's own.
 * - `unlisted_action`: asks for an action nobody knows yet; after `seconds` it is paid.
 */
export type TestOutcome =
  | 'completed'
  | 'declined'
  | 'soft_declined'
  | Extract<
      Asks,
      | 'challenge'
      | 'challenge_v1'
      | 'challenge_named'
      | 'three_ds_method'
      | 'method_and_challenge'
      | 'decoupled'
      | 'otp'
    >
  | 'slow'
  | 'answer_lost'
  | 'uncertain'
  | 'unlisted_action';

export interface TestCard {
  number: string;
  /** As the contract spells brands. */
  brand: string;
  outcome: TestOutcome;
  /** The provider's own failure code. */
  code?: string;
  seconds?: number;
  /** How the issuer goes wrong. */
  behaves?: Behaviour;
  /** What happens, in English, for whoever tries the card. */
  what: string;
  /** What the customer is told when the attempt fails. */
  reason?: Reason;
}

/** The right answer whenever the sandbox asks for a one-time code. */
export const TEST_OTP = '123456';

/** The one table of test cards: the sandbox, the demo, the docs and the tests read it. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', outcome: 'completed', what: 'Paid' },
  { number: '5555555555554444', brand: 'mastercard', outcome: 'completed', what: 'Paid' },
  { number: '378282246310005', brand: 'amex', outcome: 'completed', what: 'Paid' },
  {
    number: '4000000000003220',
    brand: 'visa',
    outcome: 'challenge',
    what: '3-D Secure: the bank asks to confirm or refuse',
  },
  {
    number: '4000000000003014',
    brand: 'visa',
    outcome: 'three_ds_method',
    what: '3-D Secure without a question: the bank looks at the browser, then paid',
  },
  {
    number: '4000000000003022',
    brand: 'visa',
    outcome: 'method_and_challenge',
    what: '3-D Secure: the bank looks at the browser, then asks to confirm or refuse',
  },
  {
    number: '4000000000003030',
    brand: 'visa',
    outcome: 'method_and_challenge',
    seconds: 3,
    behaves: 'never_answers',
    what: '3-D Secure: the bank’s look at the browser never ends; after three seconds it asks all the same',
  },
  {
    number: '4000000000003048',
    brand: 'visa',
    outcome: 'decoupled',
    what: '3-D Secure: the bank asks in its app, on the phone',
  },
  {
    number: '4000000000003055',
    brand: 'visa',
    outcome: 'challenge_v1',
    what: '3-D Secure 1: the bank asks to confirm or refuse',
  },
  {
    number: '4000000000003071',
    brand: 'visa',
    outcome: 'challenge_named',
    what: '3-D Secure with an acquirer’s own field names: the bank asks to confirm or refuse',
  },
  {
    number: '4000000000003063',
    brand: 'visa',
    outcome: 'soft_declined',
    code: 'AUTHENTICATION_REQUIRED',
    what: 'Refused without 3-D Secure; challenged when tried again',
    reason: 'authentication_required',
  },
  {
    number: '5060666666666666666',
    brand: 'verve',
    outcome: 'otp',
    what: `One-time code: ${TEST_OTP} is right, three tries`,
  },
  {
    number: '4000000000000259',
    brand: 'visa',
    outcome: 'otp',
    seconds: 15,
    what: 'One-time code that expires after 15 seconds',
    reason: 'payment_expired',
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    outcome: 'declined',
    code: 'GENERIC_DECLINE',
    what: 'Declined',
    reason: 'generic_decline',
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    outcome: 'declined',
    code: 'INSUFFICIENT_BALANCE',
    what: 'Insufficient funds',
    reason: 'insufficient_funds',
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    outcome: 'declined',
    code: 'CARD_EXPIRED',
    what: 'Expired card',
    reason: 'card_expired',
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    outcome: 'declined',
    code: 'INVALID_CVC',
    what: 'Wrong security code',
    reason: 'check_cvc',
  },
  {
    number: '4000000000000267',
    brand: 'visa',
    outcome: 'declined',
    code: 'INVALID_NUMBER',
    what: 'The bank does not know this number',
    reason: 'check_number',
  },
  {
    number: '4000000000000275',
    brand: 'visa',
    outcome: 'declined',
    code: 'INVALID_EXPIRY',
    what: 'Wrong expiry date',
    reason: 'check_expiry',
  },
  {
    number: '4000000000009987',
    brand: 'visa',
    outcome: 'declined',
    code: 'LOST_CARD',
    what: 'Lost card: shown as a plain decline',
    reason: 'generic_decline',
  },
  {
    number: '4000000000009979',
    brand: 'visa',
    outcome: 'declined',
    code: 'STOLEN_CARD',
    what: 'Stolen card: shown as a plain decline',
    reason: 'generic_decline',
  },
  {
    number: '4100000000000019',
    brand: 'visa',
    outcome: 'declined',
    code: 'FRAUD_SUSPECTED',
    what: 'Suspected fraud: shown as a plain decline',
    reason: 'generic_decline',
  },
  {
    number: '4000000000000119',
    brand: 'visa',
    outcome: 'declined',
    code: 'ISSUER_UNAVAILABLE',
    what: 'The bank does not answer: try again later',
    reason: 'try_again_later',
  },
  {
    number: '4000000000000341',
    brand: 'visa',
    outcome: 'declined',
    code: 'LIMIT_EXCEEDED',
    what: 'Over the card’s limit',
    reason: 'limit_exceeded',
  },
  {
    number: '4000000000000424',
    brand: 'visa',
    outcome: 'declined',
    code: 'CARD_NOT_SUPPORTED',
    what: 'Kind of card not taken',
    reason: 'card_not_supported',
  },
  {
    number: '4000000000000515',
    brand: 'visa',
    outcome: 'declined',
    code: 'CONTACT_ISSUER',
    what: 'The bank wants a call',
    reason: 'contact_issuer',
  },
  {
    number: '4000000000000622',
    brand: 'visa',
    outcome: 'declined',
    code: 'ROUTING_NOT_CONFIGURED',
    what: 'The shop’s own set-up is wrong',
    reason: 'merchant_setup',
  },
  {
    number: '4000000000000705',
    brand: 'visa',
    outcome: 'declined',
    code: 'CODE_NOBODY_LISTS',
    what: 'A failure code nobody has listed: shown by its category',
    reason: 'generic_decline',
  },
  {
    number: '4000000000000788',
    brand: 'visa',
    outcome: 'slow',
    seconds: 5,
    what: 'In progress for five seconds, then paid',
  },
  {
    number: '4000000000000853',
    brand: 'visa',
    outcome: 'answer_lost',
    seconds: 6,
    what: 'The answer gets lost: “we are checking”, then paid',
  },
  {
    number: '4000000000000937',
    brand: 'visa',
    outcome: 'uncertain',
    code: 'GENERIC_DECLINE',
    seconds: 6,
    what: 'The provider does not know for six seconds, then declined',
    reason: 'generic_decline',
  },
  {
    number: '4000000000000994',
    brand: 'visa',
    outcome: 'unlisted_action',
    seconds: 5,
    what: 'A next action nobody knows: waits, then paid',
  },
];

/** What the first eight digits of a test card tell, as a merchant configures it (`CardRange` of @florin/server). */
export interface LookupRange extends Omit<CardLookup, 'installments'> {
  from: string;
  installments?: { count: number; feePercent?: number }[];
}

export interface LookupCard extends TestCard {
  range: LookupRange;
}

/**
 * Cards whose form differs from other cards': a table of its own, because not every field of the form is there for them.
 * All are paid.
 */
export const lookupCards: readonly LookupCard[] = [
  {
    number: '4000002500001001',
    brand: 'visa',
    outcome: 'completed',
    what: 'CB and Visa: the customer may choose the brand',
    range: { from: '40000025', brands: ['cartes_bancaires', 'visa'], funding: 'debit', country: 'FR' },
  },
  {
    number: '5555552500001001',
    brand: 'mastercard',
    outcome: 'completed',
    what: 'CB and Mastercard: the customer may choose the brand',
    range: { from: '55555525', brands: ['cartes_bancaires', 'mastercard'], funding: 'credit', country: 'FR' },
  },
  {
    number: '6703444444444449',
    brand: 'maestro',
    outcome: 'completed',
    what: 'Bancontact and Maestro: the customer may choose the brand; no security code',
    range: { from: '67034444', brands: ['bancontact', 'maestro'], country: 'BE', cvc: { need: 'hidden' } },
  },
  {
    number: '6759649826438453',
    brand: 'maestro',
    outcome: 'completed',
    what: 'Maestro: the security code may be left out',
    range: { from: '67596498', brands: ['maestro'], country: 'GB', cvc: { length: 3, need: 'optional' } },
  },
  {
    number: '6799990100000000019',
    brand: 'maestro',
    outcome: 'completed',
    what: 'Maestro: no security code is asked for',
    range: { from: '67999901', brands: ['maestro'], cvc: { need: 'hidden' } },
  },
  {
    number: '501800000009',
    brand: 'maestro',
    outcome: 'completed',
    what: 'Maestro of twelve digits: no expiry date and no security code is asked for',
    range: { from: '50180000', brands: ['maestro'], expiry: 'hidden', cvc: { need: 'hidden' } },
  },
  {
    number: '4000004840008001',
    brand: 'visa',
    outcome: 'completed',
    what: 'Visa from Mexico: 3 payments without a fee, 6 with 5 %, 12 with 9.5 %',
    range: {
      from: '40000048',
      brands: ['visa'],
      funding: 'credit',
      country: 'MX',
      installments: [{ count: 3 }, { count: 6, feePercent: 5 }, { count: 12, feePercent: 9.5 }],
    },
  },
  {
    number: '4000000760000002',
    brand: 'visa',
    outcome: 'completed',
    what: 'Visa from Brazil: the issuer’s country is shown',
    range: { from: '40000007', brands: ['visa'], funding: 'credit', country: 'BR' },
  },
];

/** The row of a card number; any other number has none and is simply paid. */
export function findTestCard(number: string): TestCard | undefined {
  return [...testCards, ...lookupCards].find((card) => card.number === number);
}
