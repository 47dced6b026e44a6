import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt } from '../scripted-gateway.fixture.js';
import type { StartRequest } from '../gateway.js';
import type { OfferedMethod } from '../intent-record.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const PHONE = '+22997123456';
const bank: OfferedMethod = { type: 'redirect', code: 'bank_a', label: 'Bank A' };
const momo: OfferedMethod = {
  type: 'mobile_money',
  operators: [
    { id: 'momo_mtn', label: 'MTN', country: 'BJ' },
    { id: 'momo_moov', label: 'Moov', country: 'TG' },
  ],
};

async function pay(method: object, ...methods: OfferedMethod[]) {
  const checkout = await openCheckout(store, {}, { methods });
  checkout.gateway.starting = attempt();
  const { status, body } = await checkout.pay(undefined, method);
  const started = checkout.gateway.calls.find(({ call }) => call === 'start')?.request as StartRequest | undefined;
  return { status, body, started };
}

describe.each(['qr', 'redirect', 'approval', 'instructions'] as const)('%s', (type) => {
  const fields = (phone: string) => ({ fields: { phone } });

  it('goes to the gateway with what was chosen, and is shown under its name', async () => {
    const offered = { type, code: 'c1', label: 'One', countries: ['BJ', 'TG'], ...fields('required') };
    const { body, started } = await pay({ type, code: 'c1', country: 'TG', phone: PHONE }, offered);
    expect(body.active_attempt?.method).toEqual({ type, label: 'One' });
    expect(started).toMatchObject({
      option: { type, code: 'c1' },
      input: { type, code: 'c1', country: 'TG', phone: PHONE },
    });
  });

  it.each([
    ['a phone number that is asked for', fields('required'), {}, '/method/phone', 'required'],
    ['one that a word asks for which nobody lists', fields('by_law'), {}, '/method/phone', 'required'],
    ['a country, of several', { countries: ['BJ', 'TG'] }, {}, '/method/country', 'required'],
    ['a country that it is to be had in', { countries: ['BJ'] }, { country: 'FR' }, '/method/country', 'invalid_value'],
    ['a number that can be called', fields('required'), { phone: '97123456' }, '/method/phone', 'invalid_format'],
    ['a country that is one', {}, { country: 'Benin' }, '/method/country', 'invalid_format'],
  ])('is refused without %s', async (_, option, input, pointer, code) => {
    const { status, body, started } = await pay({ type, ...input }, { type, ...option });
    expect([status, body.code, body.errors]).toEqual([422, 'validation_failed', [{ pointer, code }]]);
    expect(JSON.stringify(body)).not.toMatch(/97123456|Benin|FR/);
    expect(started).toBeUndefined();
  });

  it.each([[{}], [fields('hidden')]])('hands on no phone number that was not asked for: %j', async (option) => {
    const { status, started } = await pay({ type, phone: PHONE }, { type, ...option });
    expect(status).toBe(201);
    expect(JSON.stringify(started)).not.toContain(PHONE);
  });

  it('hands on one that may be said, and the only country that there is', async () => {
    const offered = { type, countries: ['BJ'], ...fields('optional') };
    expect((await pay({ type, phone: PHONE }, offered)).started?.input).toEqual({ type, country: 'BJ', phone: PHONE });
    expect((await pay({ type }, offered)).started?.input).toEqual({ type, country: 'BJ' });
  });
});

describe('which of several', () => {
  const other: OfferedMethod = { type: 'redirect', code: 'bank_b', label: 'Bank B', gateway: 'scripted' };

  it('says its code', async () => {
    const { body } = await pay({ type: 'redirect', code: 'bank_b' }, bank, other);
    expect(body.active_attempt?.method.label).toBe('Bank B');
  });

  it.each([
    ['nobody said which', {}, [bank, other]],
    ['it is not offered', { code: 'bank_c' }, [bank, other]],
    ['that type is not offered', {}, [{ type: 'card' as const }]],
  ])('when %s, none', async (_, input, methods) => {
    const { body, started } = await pay({ type: 'redirect', ...input }, ...methods);
    expect(body.code).toBe('method_not_available');
    expect(started).toBeUndefined();
  });

  it('need not be said where there is but one', async () => {
    expect((await pay({ type: 'redirect' }, bank)).body.active_attempt?.method.label).toBe('Bank A');
    const bare: OfferedMethod = { type: 'redirect', label: 'Any bank' };
    expect((await pay({ type: 'redirect' }, bank, bare)).body.active_attempt?.method.label).toBe('Any bank');
  });
});

describe('mobile money', () => {
  it('is the operator’s, with the number that the money is kept under', async () => {
    const input = { type: 'mobile_money', operator: 'momo_moov', phone: PHONE };
    const { body, started } = await pay(input, momo);
    expect(body.active_attempt?.method).toEqual({ type: 'mobile_money', label: 'Moov' });
    expect(started).toMatchObject({ input, option: momo });
  });

  it('without a code is not the option that has one', async () => {
    const coded: OfferedMethod = { ...momo, code: 'coded', operators: [{ id: 'momo_x', label: 'X', country: 'BJ' }] };
    const x = { type: 'mobile_money', operator: 'momo_x', phone: PHONE };
    const refused = await pay(x, coded, momo);
    expect([refused.body.code, refused.started]).toEqual(['method_not_available', undefined]);
    expect((await pay({ ...x, code: 'coded' }, coded, momo)).body.active_attempt?.method.label).toBe('X');
    const shared: OfferedMethod = { ...momo, code: 'coded', gateway: 'scripted' };
    expect((await pay({ ...x, operator: 'momo_mtn' }, shared, momo)).started?.option).toEqual(momo);
  });

  it('is to be had in the countries of the option alone', async () => {
    const input = { type: 'mobile_money', operator: 'momo_moov', phone: PHONE };
    const { status, body, started } = await pay(input, { ...momo, countries: ['BJ'] });
    const errors = [{ pointer: '/method/operator', code: 'invalid_value' }];
    expect([status, body.code, body.errors, started]).toEqual([422, 'validation_failed', errors, undefined]);
    expect((await pay(input, { ...momo, countries: ['BJ', 'TG'] })).status).toBe(201);
    expect((await pay(input, { ...momo, countries: [] })).status).toBe(201);
  });

  it.each([
    ['an operator that is not offered', { operator: 'momo_x', phone: PHONE }, 'method_not_available'],
    ['no operator', { phone: PHONE }, 'validation_failed'],
    ['no number', { operator: 'momo_mtn' }, 'validation_failed'],
    ['a number without its country', { operator: 'momo_mtn', phone: '97123456' }, 'validation_failed'],
    ['another option’s code', { code: 'other', operator: 'momo_mtn', phone: PHONE }, 'method_not_available'],
  ])('%s is refused', async (_, input, code) => {
    const { body, started } = await pay({ type: 'mobile_money', ...input }, momo);
    expect(body.code).toBe(code);
    expect(JSON.stringify(body)).not.toContain('97123456');
    expect(started).toBeUndefined();
  });
});
