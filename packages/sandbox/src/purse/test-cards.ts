import type { Reason } from '@florin/contract';
import type { PspStatus } from './psp-statuses.js';

/** What a card does at the simulated Purse, with Alma or without. */
export interface PurseCard {
  number: string;
  /** As the contract spells brands. */
  brand: string;
  /** `MM/YY` and the security code, where Purse's page says them. Any will do. */
  expiry?: string;
  cvc?: string;
  /** The issuer asks first (3-D Secure). */
  challenge?: true;
  /** The answer to "pay" does not come. */
  answerLost?: true;
  /** The partner's status in the meantime, and for how long. */
  first?: PspStatus;
  seconds?: number;
  /** The partner's status in the end. */
  code: PspStatus;
  /** What happens, in English, for whoever tries the card. */
  what: string;
  /** What the customer is told when the attempt fails. */
  reason?: Reason;
}

/** The first row is Purse's own ("Yes Card"); it publishes no other, so all others are ours. */
export const purseCards: readonly PurseCard[] = [
  {
    number: '4242424242424242',
    brand: 'visa',
    expiry: '04/42',
    cvc: '424',
    code: 'in_progress',
    what: 'Accepted: the first payment is taken',
  },
  { number: '5555555555554444', brand: 'mastercard', code: 'paid', what: 'Paid' },
  {
    number: '4000000000003220',
    brand: 'visa',
    challenge: true,
    code: 'in_progress',
    what: '3-D Secure: the bank asks to confirm or refuse',
  },
  {
    number: '4000000000001042',
    brand: 'visa',
    code: 'scored_no',
    what: 'Alma refuses the financing',
    reason: 'financing_refused',
  },
  {
    number: '4000000000001125',
    brand: 'visa',
    first: 'scored_maybe',
    seconds: 5,
    code: 'in_progress',
    what: 'Alma thinks for five seconds, then accepts',
  },
  {
    number: '4000000000001208',
    brand: 'visa',
    first: 'validation_error_too_many_request',
    seconds: 5,
    code: 'in_progress',
    what: 'Alma was asked too often: pending for five seconds, then accepted',
  },
  {
    number: '4000000000000937',
    brand: 'visa',
    first: 'TIMEOUT',
    seconds: 6,
    code: 'card_declined',
    what: 'Purse does not know for six seconds, then declined',
    reason: 'generic_decline',
  },
  {
    number: '4000000000001380',
    brand: 'visa',
    first: 'PARTNER_SERVER_ERROR',
    seconds: 6,
    code: 'paid',
    what: 'Purse does not know for six seconds, then paid',
  },
  {
    number: '4000000000000853',
    brand: 'visa',
    answerLost: true,
    first: 'scored_yes',
    seconds: 6,
    code: 'in_progress',
    what: 'The answer gets lost: “we are checking”, then paid',
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    code: 'card_declined',
    what: 'Declined by the bank',
    reason: 'generic_decline',
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    code: 'insufficient_funds',
    what: 'Insufficient funds',
    reason: 'insufficient_funds',
  },
  { number: '4000000000000069', brand: 'visa', code: 'expired_card', what: 'Expired card', reason: 'card_expired' },
  {
    number: '4000000000000127',
    brand: 'visa',
    code: 'incorrect_cvc',
    what: 'Wrong security code',
    reason: 'check_cvc',
  },
  {
    number: '4000000000000275',
    brand: 'visa',
    code: 'incorrect_expiration_date',
    what: 'Wrong expiry date',
    reason: 'check_expiry',
  },
  {
    number: '4000000000000267',
    brand: 'visa',
    code: 'incorrect_number',
    what: 'The bank does not know this number',
    reason: 'check_number',
  },
  {
    number: '4000000000001463',
    brand: 'visa',
    code: 'three_d_s_impossible',
    what: 'The bank cannot authenticate this card’s holder',
    reason: 'authentication_failed',
  },
  {
    number: '4000000000000622',
    brand: 'visa',
    code: 'SESSION_DATA_NOT_OK',
    what: 'The session lacks what Alma needs: the shop’s own set-up is wrong',
    reason: 'merchant_setup',
  },
];

/** The row of a card number; any other number has none and is simply paid. */
export function findPurseCard(number: string): PurseCard | undefined {
  return purseCards.find((card) => card.number === number);
}
