/** What a card does at a Corefy brand, as its pages on testing say. Any security code will do. */
export interface CorefyCard {
  number: string;
  /** As the contract spells brands. */
  brand: string;
  /** `MM/YY`, where the date decides. Absent: any other date. */
  expiry?: string;
  /** The issuer asks first (3-D Secure). */
  challenge: boolean;
  /** Status of the invoice in the end. */
  status: 'processed' | 'process_failed' | 'process_pending';
  /** Its resolution. */
  code: string;
  /** What happens, in English, for whoever tries the card. */
  what: string;
}

const PAID_3DS = '5123817234060000';
const PAID = '5519283812030000';
const FAILS_3DS = '4412397212080000';
const FAILS = '4302912837020000';

/** The date with which a card that is paid stays pending. */
const NEVER_SETTLED = '07/77';

/** The dates by which a card that fails picks its resolution. */
const resolutionsByExpiry: Readonly<Record<string, [code: string, what: string]>> = {
  '08/56': ['access_denied', 'The shop’s account may not do this'],
  '07/55': ['error', 'Something went wrong'],
  '06/54': ['provider_error', 'The acquirer answers with an error'],
  '05/53': ['unknown', 'An unknown error'],
  '04/52': ['duplicated_transaction', 'The operation is there already: nobody is asked to pay again'],
  '03/51': ['auth_fatal_error', 'Authorisation failed for good'],
  '02/50': ['unable_to_determine_3ds_enrolment', 'Whether the card takes part in 3-D Secure cannot be told'],
  '01/49': ['card_is_3ds_enrolled', 'Refused without 3-D Secure; asked for when tried again'],
  '12/48': ['card_is_not_3ds_enrolled', 'The card does not take part in 3-D Secure'],
  '11/47': ['issuer_decline', 'Declined by the bank'],
  '10/46': ['client_auth_failed', 'The customer was not authenticated'],
  '09/45': ['provider_fatal_error', 'The acquirer answers with a fatal error'],
  '08/44': ['invalid_details', 'Wrong details'],
  '07/43': ['invalid_pin', 'Wrong PIN'],
  '06/42': ['antifraud_error', 'Suspected fraud: shown as a plain decline'],
  '05/41': ['invalid_card', 'Wrong card number'],
  '04/40': ['fatal_error', 'A fatal error'],
  '03/39': ['unable_to_reconcile', 'The books do not agree: nobody is asked to pay again'],
  '02/38': ['invalid_amount', 'The amount is refused'],
  '01/37': ['limit_violation', 'Over a limit'],
  '12/36': ['functionality_is_not_permitted', 'The shop’s account may not do this'],
  '11/35': ['invalid_request', 'The request is refused'],
  '10/34': ['lost_or_stolen_card', 'Lost or stolen card: shown as a plain decline'],
  '09/33': ['declined', 'Declined'],
  '08/32': ['invalid_otp', 'Wrong one-time code'],
  '07/31': ['invalid_3ds_code', 'Wrong 3-D Secure code'],
  '06/30': ['invalid_card_status', 'The card’s status does not allow it'],
  '05/29': ['insufficient_funds', 'Insufficient funds'],
  '04/28': ['card_expired', 'Expired card'],
  '03/27': ['invalid_cvv', 'Wrong security code'],
  '02/26': ['invalid_pan', 'Wrong card number'],
  '01/25': ['invalid_credentials', 'Wrong payment details'],
};

const OTHERWISE = 'general_fatal_error';

/** The one table of the Corefy brands' test cards: the sandbox, the demo, the docs and the tests read it. */
export const corefyCards: readonly CorefyCard[] = [
  { number: PAID, brand: 'mastercard', challenge: false, status: 'processed', code: 'ok', what: 'Paid' },
  {
    number: PAID_3DS,
    brand: 'mastercard',
    challenge: true,
    status: 'processed',
    code: 'ok',
    what: '3-D Secure, then paid',
  },
  {
    number: PAID,
    brand: 'mastercard',
    expiry: NEVER_SETTLED,
    challenge: false,
    status: 'process_pending',
    code: 'ok',
    what: 'Stays pending until the invoice expires',
  },
  {
    number: PAID_3DS,
    brand: 'mastercard',
    expiry: NEVER_SETTLED,
    challenge: true,
    status: 'process_pending',
    code: 'auth_3ds_required',
    what: '3-D Secure, then stays pending until the invoice expires',
  },
  failing(FAILS, OTHERWISE, 'A fatal error of no particular kind'),
  ...Object.entries(resolutionsByExpiry).map(([expiry, [code, what]]) => failing(FAILS, code, what, expiry)),
  {
    ...failing(FAILS_3DS, OTHERWISE, `3-D Secure, then fails; the dates are those of ${FAILS}`),
    challenge: true,
  },
];

/** The row of a card with its date, `MM/YY`; any other number has none. */
export function findCorefyCard(number: string, expiry: string | null): CorefyCard | undefined {
  const rows = corefyCards.filter((card) => card.number === number);
  const other = rows.find((card) => card.expiry === undefined);
  if (number === FAILS_3DS && other) {
    const picked = findCorefyCard(FAILS, expiry);
    return picked && { ...other, code: picked.code };
  }
  return rows.find((card) => card.expiry !== undefined && card.expiry === expiry) ?? other;
}

function failing(number: string, code: string, what: string, expiry?: string): CorefyCard {
  return {
    number,
    brand: 'visa',
    ...(expiry !== undefined && { expiry }),
    challenge: false,
    status: 'process_failed',
    code,
    what,
  };
}
