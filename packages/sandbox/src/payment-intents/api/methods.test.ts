import { describe, expect, it } from 'vitest';
import { dataOf, openSandbox } from '../../sandbox.fixture.js';

const phone = { number: '+2290197000000', country: 'BJ' };
const momo = { method_code: 'momo_mtn', country: 'BJ', phone };

describe('the methods of the account', () => {
  it('are listed by country, likeliest first, and elsewhere too', async () => {
    const { createIntent, get } = openSandbox();
    const path = `/payment-intents/v1/payment/intents/${await createIntent()}/countries`;
    expect(await (await get(path)).json()).toEqual({
      data: [
        { code: 'BJ', name: 'Benin', flag: null },
        { code: 'CI', name: 'Côte d’Ivoire', flag: null },
        { code: 'SN', name: 'Senegal', flag: null },
      ],
      meta: { total: 3, supports_any_country: true },
    });
    const codesIn = async (country: string) =>
      (await dataOf(await get(`${path}/${country}/methods`))).map(({ value }: { value: string }) => value);
    const everywhere = await codesIn('FR');
    expect(everywhere).toContain('card');
    expect(everywhere).toContain('bank_transfer');
    expect(everywhere).not.toContain('momo_mtn');
    expect(await codesIn('BJ')).toEqual([...everywhere, 'momo_mtn', 'momo_moov']);
    expect(await codesIn('CI')).toEqual([...everywhere, 'orange_money', 'momo_mtn_ci']);
  });

  it('say which of them want a phone number', async () => {
    const { createIntent, get } = openSandbox();
    const path = `/payment-intents/v1/payment/intents/${await createIntent()}/countries/SN/methods`;
    const wanting = (await dataOf(await get(path))).filter(
      (method: { requires_phone: boolean }) => method.requires_phone,
    );
    expect(wanting).toMatchObject([{ value: 'free_money', label: 'Free Money', category: 'mobile_money' }]);
  });
});

describe('mobile money', () => {
  it.each([
    ['+2290197000000', '+2290197000000'],
    ['0197 00 00 00', '+2290197000000'],
    ['97000000', '+22997000000'],
  ])('takes the number %s', async (number, kept) => {
    const { createIntent, payWith, send } = openSandbox();
    const response = await payWith(await createIntent(), { ...momo, phone: { number, country: 'BJ' } });
    expect(response.status).toBe(201);
    expect(await dataOf(response)).toMatchObject({
      method: { value: 'momo_mtn', label: 'MTN MoMo', category: 'mobile_money', requires_phone: true },
    });
    expect(await (await send('/control/payments')).json()).toMatchObject({
      payments: [{ attempts: [{ method: 'momo_mtn', country: 'BJ', phone: kept }] }],
    });
  });

  it.each([
    ['country', { method_code: 'momo_mtn', phone }],
    ['country', { ...momo, country: 'CI' }],
    ['country', { ...momo, country: 'Benin' }],
    ['phone.number', { method_code: 'momo_mtn', country: 'BJ' }],
    ['phone.number', { ...momo, phone: { number: '+33612345678', country: 'BJ' } }],
    ['phone.number', { ...momo, phone: { number: '123', country: 'BJ' } }],
    ['phone.number', { ...momo, phone: { number: 'call me', country: 'BJ' } }],
    ['phone.country', { ...momo, phone: { number: '+33612345678', country: 'FR' } }],
  ])('refuses a wrong %s, and does not repeat it', async (field, attempt) => {
    const { createIntent, payWith, read } = openSandbox();
    const intent = await createIntent();
    const response = await payWith(intent, attempt);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(Object.keys((JSON.parse(text) as { errors: object }).errors)).toEqual([field]);
    expect(text).not.toMatch(/\d{4}|call me/);
    expect(await read(intent)).toMatchObject({ active_attempt: null });
  });
});

describe('any other method', () => {
  it('takes a country and a number, and wants neither', async () => {
    const { createIntent, payWith } = openSandbox();
    const app = { method_code: 'bank_app' };
    expect((await payWith(await createIntent(), app)).status).toBe(201);
    const asked = { ...app, country: 'FR', phone: { number: '+33612345678', country: 'FR' } };
    expect((await payWith(await createIntent(), asked)).status).toBe(201);
    const wrong = await payWith(await createIntent(), { ...app, phone: { number: '06' } });
    expect(wrong.status).toBe(422);
  });

  it('has no issuer to be asked', async () => {
    const { createIntent, payWith } = openSandbox();
    for (const asks of ['challenge', 'three_ds_method', 'decoupled'] as const)
      expect((await payWith(await createIntent(), { method_code: 'qr' }, { asks })).status).toBe(422);
  });
});
