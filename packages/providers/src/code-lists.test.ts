import { readFileSync } from 'node:fs';
import { categories, reasonOfCategory, reasons } from '@florin/contract';
import { describe, expect, it } from 'vitest';
import { statuses } from './corefy/statuses.js';
import { provider as milkyPay } from './milky-pay/index.js';
import { provider as paymentIntents } from './payment-intents/index.js';
import { provider as paymentsTrust } from './payments-trust/index.js';
import type { Provider } from './provider.js';
import { partnerStatuses, purseCodes } from './purse/codes.js';
import { provider as purse } from './purse/index.js';

/** The lists as the providers publish them, transcribed: what the tables are held against. */
function linesOf(list: string): string[] {
  const text = readFileSync(new URL(`./code-lists/${list}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

const almaRows = linesOf('alma').map((line) => line.split(' ') as [status: string, state: string, code: string]);
const lists: [provider: Provider, codes: string[], count: number][] = [
  [purse, almaRows.map(([status]) => status), 41],
  [paymentsTrust, linesOf('payments-trust'), 127],
  [milkyPay, linesOf('milky-pay'), 39],
];

describe.each(lists)('$id', (provider, codes, count) => {
  it(`lists ${count} codes, and each stands in its table by name`, () => {
    console.log(`${provider.id}: ${codes.length} codes`);
    expect(new Set(codes).size).toBe(count);
    // A code that is misspelt here or there is missing.
    expect(codes.filter((code) => !provider.codes.includes(code))).toEqual([]);
  });

  it.each(codes)('%s is explained by its own entry, not by a default', (code) => {
    const failure = provider.describeFailure(code);
    expect(failure).not.toHaveProperty('unlisted');
    expect(failure.code.value).toBe(code);
    const { recovery, disclose } = reasons[failure.reason];
    expect(failure).toMatchObject({ recovery, disclose });
  });

  it('a code that nobody lists falls to the default, and says so', () => {
    expect(provider.describeFailure('A_CODE_OF_TOMORROW')).toMatchObject({ unlisted: true, reason: 'generic_decline' });
  });
});

it('the six categories are the contract’s, and each explains a code that no table lists', () => {
  const listed = linesOf('categories');
  console.log(`payment-intents: ${listed.length} categories`);
  expect(new Set(listed)).toEqual(new Set(categories));
  const reasonsTold = listed.map((category) => {
    const failure = { code: { value: 'A_CODE_OF_TOMORROW', category, message: null } };
    const reading = paymentIntents.read({ id: 'att_1', status: 'failed', method: {}, failure });
    expect(reading.attempt?.failure).toMatchObject({ code: { category }, reason: reasonOfCategory(category) });
    return reading.attempt?.failure?.reason;
  });
  expect(new Set(reasonsTold)).toEqual(
    new Set(['generic_decline', 'try_again_later', 'operator_failed', 'merchant_setup', 'blocked']),
  );
});

it('every status that the Corefy brands list stands in the table, and six more', () => {
  const listed = linesOf('corefy-statuses');
  expect(listed).toHaveLength(11);
  const beyond = ['terminated', 'processing', 'process_error', 'partially_processed', 'refunding', 'refund_error'];
  expect(new Set(Object.keys(statuses))).toEqual(new Set([...listed, ...beyond]));
});

it.each(almaRows)('Alma’s %s is %s at Purse, whose %s stands in its table', (status, state, code) => {
  expect(partnerStatuses[status as keyof typeof partnerStatuses].state).toBe(state);
  expect(Object.keys(purseCodes)).toContain(code);
});

describe('whoever may have paid is never offered to pay again', () => {
  it.each<[id: string, code: string, provider: Provider]>([
    [paymentsTrust.id, 'forced_captured', paymentsTrust],
    [milkyPay.id, 'forced_captured', milkyPay],
    [paymentsTrust.id, 'CREATED_FROM_STATEMENT', paymentsTrust],
    [paymentsTrust.id, 'refund_error', paymentsTrust],
    [paymentsTrust.id, 'DUPLICATED_TRANSACTION', paymentsTrust],
    [paymentsTrust.id, 'reconcile_required', paymentsTrust],
    [purse.id, 'validation_error_payment_already_captured', purse],
    [purse.id, 'TIMEOUT', purse],
    [purse.id, 'in_progress', purse],
  ])('%s %s', (_, code, provider) => {
    expect(provider.describeFailure(code).recovery).toBe('verify_outcome');
  });
});

it.each([
  'auth_3ds_required',
  'auth_otp_required',
  'AUTH_CVV_REQUIRED',
  'AUTH_LOOKUP_REQUIRED',
  'COMPLETE_AUTH_REQUIRED',
])('%s on a failed payment is a soft decline: the same card again, with that step', (code) => {
  expect(paymentsTrust.describeFailure(code)).toMatchObject({
    reason: 'authentication_required',
    recovery: 'authenticate',
  });
});

describe('names', () => {
  it('are compared without regard to case, but for two that mean different things', () => {
    const reasonOf = (code: string) => paymentsTrust.describeFailure(code).reason;
    expect(reasonOf('Insufficient_Funds')).toBe('insufficient_funds');
    expect(reasonOf('access_denied')).toBe('merchant_setup');
    expect(reasonOf('INVALID_AMOUNT')).toBe('insufficient_funds');
    expect(reasonOf('invalid_amount')).toBe('amount_not_allowed');
    expect(reasonOf('Invalid_Amount')).toBe('amount_not_allowed');
  });

  it('what a brand sends without listing it means what it means on its platform; its own list goes first', () => {
    expect(milkyPay.codes).not.toContain('reconcile_required');
    expect(milkyPay.describeFailure('reconcile_required')).toMatchObject({ recovery: 'verify_outcome' });
    expect(milkyPay.describeFailure('card_is_3ds_enrolled').reason).toBe('authentication_required');
    expect(milkyPay.describeFailure('INVALID_AMOUNT').reason).toBe('amount_not_allowed');
    expect(milkyPay.describeFailure('a_code_of_tomorrow').reason).toBe('generic_decline');
  });

  it('an alias means what the code means that it stands for', () => {
    for (const [alias, code] of [
      ['LOST_OR_STOLEN_CARD', 'card_is_lost_or_stolen'],
      ['card_is_stolen', 'card_stolen'],
      ['INVALID_OTP', 'invalid_otp_code'],
      ['UNABLE_TO_DETERMINE_3DS_ENROLMENT', 'unable_determine_3ds_enrolment'],
    ] as const) {
      const { code: _alias, ...told } = paymentsTrust.describeFailure(alias);
      const { code: _code, ...meant } = paymentsTrust.describeFailure(code);
      expect(told).toEqual(meant);
    }
  });
});
