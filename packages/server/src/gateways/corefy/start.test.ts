import type { BrowserInfo } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StartRequest } from '../../gateway.js';
import {
  CARD,
  challenge,
  created,
  errorOf,
  invoice,
  json,
  live,
  NOW,
  openCorefy,
  payment,
  sale,
  start,
  type Json,
  type Reply,
} from './corefy.fixture.js';

describe('an attempt', () => {
  it('is one invoice and one sale, and what the invoice says afterwards', async () => {
    const { gateway, calls, routes, attributesOf } = openCorefy({ sale: [sale()] });
    expect(await gateway.start(start)).toMatchObject({
      status: 'completed',
      attempt: { id: 'cpi_1', status: 'completed', revision: 1_768_471_200 },
    });
    expect(routes()).toEqual(['create', 'sale', 'get']);
    expect(calls.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['https://com.brand.example/api/payment-invoices', `Basic ${btoa('coma_1:key_1')}`],
      ['https://cards.brand.example/payment/sale', 'Bearer the.card.token'],
      ['https://com.brand.example/api/payment-invoices/cpi_1', `Basic ${btoa('coma_1:key_1')}`],
    ]);
    const back = 'https://shop.example/return/pi_1?three_ds=n1';
    expect(attributesOf('create')).toEqual({
      reference_id: 'pa_1',
      amount: 49.99,
      currency: 'EUR',
      service: 'payment_card_eur_hpp',
      flow: 'charge',
      test_mode: false,
      description: 'Order 1024',
      customer: { reference_id: 'pi_1', email: 'ada@shop.example', name: 'Ada Lovelace' },
      return_url: back,
      return_urls: { success: back, pending: back, fail: back },
      expires: NOW / 1000 + 720,
      metadata: { order: '1024', florin_intent: 'pi_1', florin_attempt: 'pa_1', florin_run: expect.any(String) },
    });
    expect(calls[1]?.body).toEqual({
      data: {
        type: 'sale-operation',
        attributes: { card_number: '4242424242424242', cvv: '987', exp_month: '04', exp_year: '30' },
      },
    });
    // The card goes to the card gateway alone.
    expect(JSON.stringify(calls.filter(({ route }) => route !== 'sale'))).not.toContain('4242');
  });

  it('says what it knows of customer and browser', async () => {
    const { gateway, attributesOf } = openCorefy({ sale: [sale()] });
    const browser: BrowserInfo = {
      user_agent: 'Mozilla/5.0',
      language: 'fr-FR',
      color_depth: 24,
      screen_width: 1920,
      screen_height: 1200,
      window_width: 800,
      window_height: 600,
      timezone_offset: -120,
      java_enabled: false,
      javascript_enabled: true,
    };
    const billing = { country: 'FR', line1: '1 rue de la Paix', line2: 'Bât. B', city: 'Paris', postal_code: '75002' };
    await gateway.start({
      ...start,
      browser,
      input: { ...CARD, holder: 'ADA LOVELACE', billing, email: 'ada@home.example', phone: '+33612345678' },
      payment: {
        ...payment,
        customer: { id: 'c_1', email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
        order: { buyer: { birthDate: '1815-12-10', ip: '192.0.2.1' } },
      },
    });
    expect(attributesOf('create')['customer']).toEqual({
      reference_id: 'c_1',
      email: 'ada@home.example',
      name: 'Ada Lovelace',
      phone: '+33612345678',
      date_of_birth: '1815-12-10',
      address: {
        country: 'FR',
        city: 'Paris',
        street: '1 rue de la Paix, Bât. B',
        post_code: '75002',
        full_address: '1 rue de la Paix, Bât. B, Paris, 75002, FR',
      },
      metadata: { ip: '192.0.2.1' },
    });
    expect(attributesOf('sale')).toMatchObject({
      card_holder: 'ADA LOVELACE',
      browser_info: {
        browser_color_depth: '24',
        browser_ip: '192.0.2.1',
        browser_java_enabled: false,
        browser_language: 'fr-FR',
        browser_screen_height: '1200',
        browser_screen_width: '1920',
        browser_tz: '-120',
        browser_user_agent: 'Mozilla/5.0',
        device_channel: '02',
        window_height: '600',
        window_width: '800',
      },
    });
  });

  it('is as the settings say', async () => {
    const { gateway, calls, attributesOf } = openCorefy(
      { sale: [sale()] },
      {
        service: (currency) => `cards_${currency}`,
        testMode: true,
        callbackUrl: 'https://shop.example/webhooks/pt',
        invoiceLifetime: 60_500,
        headers: ({ metadata }) => ({ 'X-Sandbox-Scenario': metadata['order'] ?? '' }),
        invoice: (attributes, { notificationUrl }) => ({ ...attributes, return_urls: [], term_url: notificationUrl }),
        sale: (attributes, { input }) => ({ ...attributes, brand: input.type === 'card' && input.brand }),
      },
    );
    await gateway.start({ ...start, input: { ...CARD, brand: 'cartes_bancaires' } });
    expect(attributesOf('create')).toMatchObject({
      service: 'cards_EUR',
      test_mode: true,
      callback_url: 'https://shop.example/webhooks/pt',
      expires: NOW / 1000 + 60,
      return_urls: [],
      term_url: 'https://shop.example/three-ds/n1',
    });
    expect(attributesOf('sale')).toMatchObject({ brand: 'cartes_bancaires' });
    expect(calls.map(({ scenario }) => scenario)).toEqual(['1024', '1024', '1024']);
  });

  it('asks for 3-D Secure after a soft decline, and not before', async () => {
    const { gateway, attributesOf } = openCorefy({ sale: [sale()] });
    await gateway.start({ ...start, authenticate: true });
    expect(attributesOf('create')).toMatchObject({ gateway_options: { cardgate: { force_3ds: true } } });
  });

  it('asks the issuer: the step from the card gateway, everything else from the invoice', async () => {
    const { gateway } = openCorefy({ sale: [sale(challenge)], get: [json(live('auth_3ds_required'))] });
    expect(await gateway.start(start)).toMatchObject({
      attempt: {
        id: 'cpi_1',
        status: 'action_required',
        uncertain: false,
        next_action: { type: 'three_ds_challenge', url: 'https://acs.example/challenge', params: { creq: 'Y3JlcQ' } },
      },
    });
  });

  it.each<[string, Json]>([
    ['beside data', challenge],
    ['in data', { data: { id: 'cgi_1', ...challenge } }],
    ['among the attributes', { data: { id: 'cgi_1', attributes: challenge } }],
    ['alone', { data: undefined, ...challenge }],
    ['in two places', { auth_mode: '3ds', data: { attributes: { auth_payload: challenge.auth_payload } } }],
  ])('finds the step %s', async (_, answer) => {
    const { gateway } = openCorefy({ sale: [json(answer, 201)], get: [json(live())] });
    expect((await gateway.start(start)).attempt?.next_action?.type).toBe('three_ds_challenge');
  });

  it.each<[string, Json]>([
    ['[]', { auth_payload: [], auth_mode: '' }],
    ['{}', { auth_payload: {}, auth_mode: null }],
    ['a mode without a page', { auth_mode: '3ds' }],
    ['a mode with an empty page', { auth_mode: '3ds', auth_payload: [] }],
    ['a page that is none', { auth_mode: '3ds', auth_payload: 'https://acs.example' }],
  ])('takes %s for no step', async (_, step) => {
    const { gateway } = openCorefy({ sale: [sale(step)], get: [json(live())] });
    expect((await gateway.start(start)).attempt).toMatchObject({ status: 'processing', next_action: null });
  });

  it('lets the customer do the step even when the invoice cannot be read just then', async () => {
    const { gateway } = openCorefy({ sale: [sale(challenge)], get: [json({}, 500)] });
    const { attempt } = await gateway.start(start);
    expect(attempt).toMatchObject({ id: 'cpi_1', next_action: { type: 'three_ds_challenge' } });
    // A callback may have told of a newer invoice: the step is newer still.
    expect(attempt).not.toHaveProperty('revision');
  });

  it('never sends the customer to the hosted page', async () => {
    const { gateway } = openCorefy({ sale: [sale()], get: [json(live())] });
    expect((await gateway.start(start)).attempt).toMatchObject({ status: 'processing', next_action: null });
  });

  it('that failed leaves the payment open for another one', async () => {
    const failed = invoice({ status: 'process_failed', resolution: 'insufficient_funds' });
    const { gateway } = openCorefy({ sale: [sale()], get: [json(failed)] });
    const reading = await gateway.start(start);
    expect(reading.status).toBe('pending');
    expect(reading.attempt).toMatchObject({ status: 'failed', failure: { reason: 'insufficient_funds' } });
  });
});

describe('what it takes', () => {
  it.each<[string, Partial<StartRequest>]>([
    ['a QR code', { input: { type: 'qr' } }],
    ['a saved card', { input: { type: 'saved_card', card: 'sc_1' }, token: 't' }],
    ['a card reference', { input: { type: 'card_reference', reference: 'cr_1' }, token: 't' }],
    ['a plan', { input: { type: 'installments', plan: 'p', total: 4999, card: CARD } }],
    ['parts', { installments: { count: 3, amount: 1667, total: 4999 } }],
  ])('not %s', async (_, request) => {
    const { gateway, calls } = openCorefy();
    const error = await errorOf(gateway.start({ ...start, ...request }));
    expect(error).toMatchObject({ outcome: 'refused', failure: { reason: 'method_unavailable' } });
    expect(calls).toEqual([]);
    expect(gateway.takes).toEqual(['card']);
  });

  it('not an amount that no number holds', async () => {
    const { gateway, calls } = openCorefy();
    const amount = { value: 8_888_888_888_888_887, currency: 'EUR', exponent: 2 };
    expect(() => gateway.check?.({ ...payment, amount })).toThrow(/amount: payments-trust/);
    const error = await errorOf(gateway.start({ ...start, payment: { ...payment, amount } }));
    expect(error).toMatchObject({ outcome: 'refused', code: 'amount_mismatch' });
    expect(calls).toEqual([]);
    expect(() => gateway.check?.(payment)).not.toThrow();
  });

  it('every other amount, as it is', async () => {
    const amounts = fc.asyncProperty(fc.integer({ min: 1, max: 1e12 }), fc.nat(4), async (value, exponent) => {
      const after: Reply = () => json(invoice({ amount: attributesOf('create')['amount'] }));
      const { gateway, sent, routes, attributesOf } = openCorefy({ sale: [sale()], get: [after] });
      const amount = { value, currency: 'EUR', exponent };
      expect(await gateway.start({ ...start, payment: { ...payment, amount } })).toMatchObject({ status: 'completed' });
      // As text, with no digit lost or won on the way.
      const written = /"amount":([\d.]+)/.exec(JSON.stringify(sent('create')?.body))?.[1] ?? '';
      const [whole = '', fraction = ''] = written.split('.');
      expect(BigInt(whole + fraction.padEnd(exponent, '0'))).toBe(BigInt(value));
      expect(routes()).toContain('sale');
    });
    await fc.assert(amounts, { numRuns: 200 });
  });

  it.each([{ amount: 4999 }, { amount: 49.98 }, { amount: '49.99' }, { currency: 'USD' }])(
    'no invoice that says %j',
    async (attributes) => {
      const { gateway, routes } = openCorefy({ create: [created(attributes)] });
      const error = await errorOf(gateway.start(start));
      expect(error).toMatchObject({
        outcome: 'refused',
        code: 'amount_mismatch',
        failure: { reason: 'merchant_setup' },
      });
      expect(routes()).toEqual(['create']);
    },
  );

  it.each([{ reference_id: undefined }, { reference_id: null }, { reference_id: 'pa_2' }])(
    'no invoice that says %j: it may be somebody else’s',
    async (attributes) => {
      for (const uncertain of [false, true]) {
        const { gateway, routes } = openCorefy({ create: [created({ status: 'processed', ...attributes })] });
        const error = await errorOf(gateway.start({ ...start, attempt: { id: 'pa_1', uncertain } }));
        expect(error).toMatchObject({
          outcome: 'refused',
          code: 'reference_mismatch',
          failure: { reason: 'merchant_setup' },
        });
        expect(routes()).toEqual(['create']);
      }
    },
  );

  it('no setting that takes the reference away: nothing would keep it from a second invoice', async () => {
    for (const reference_id of [undefined, 'order-1024']) {
      const { gateway, calls } = openCorefy({}, { invoice: (attributes) => ({ ...attributes, reference_id }) });
      const error = await errorOf(gateway.start(start));
      expect(error).toMatchObject({
        outcome: 'refused',
        code: 'reference_mismatch',
        failure: { reason: 'merchant_setup' },
      });
      expect(calls).toEqual([]);
    }
  });

  it.each([
    [false, true],
    [true, false],
  ])('where test mode is set to %s, no invoice that says %s', async (testMode, test_mode) => {
    const { gateway, routes } = openCorefy({ create: [created({ test_mode })] }, { testMode });
    const error = await errorOf(gateway.start(start));
    expect(error).toMatchObject({
      outcome: 'refused',
      code: 'test_mode_mismatch',
      failure: { reason: 'merchant_setup' },
    });
    expect(routes()).toEqual(['create']);
  });

  it.each<[boolean | undefined, Json]>([
    [true, { test_mode: true }],
    [true, {}],
    [undefined, { test_mode: true }],
  ])('where test mode is set to %s, an invoice that says %j', async (testMode, attributes) => {
    const { gateway, routes } = openCorefy(
      { create: [created(attributes)], sale: [sale()] },
      testMode === undefined ? {} : { testMode },
    );
    expect(await gateway.start(start)).toMatchObject({ attempt: { status: 'completed' } });
    expect(routes()).toContain('sale');
  });

  it('no invoice without a key to the card gateway', async () => {
    for (const flow_data of [[], {}, { action: 'https://pay.brand.example/hpp', method: 'GET', params: [] }]) {
      const { gateway, routes } = openCorefy({ create: [created({ flow_data })] });
      const error = await errorOf(gateway.start(start));
      expect(error).toMatchObject({ outcome: 'refused', failure: { reason: 'merchant_setup' } });
      expect(routes()).toEqual(['create']);
    }
  });

  it('no invoice that is over before it began, or that cannot be read', async () => {
    const over = openCorefy({ create: [created({ status: 'terminated' })] });
    expect(await over.gateway.start(start)).toMatchObject({ attempt: { id: 'cpi_1', status: 'cancelled' } });
    expect(over.routes()).toEqual(['create']);
    const unread = openCorefy({ create: [created({ status: 7 })] });
    expect(await unread.gateway.start(start)).toMatchObject({
      attempt: { id: 'cpi_1', uncertain: true },
      violations: [{ pointer: '/data/attributes/status' }],
    });
    expect(unread.routes()).toEqual(['create']);
  });
});
