import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario.js';
import { json, openCorefy } from './corefy.fixture.js';
import { corefyCards } from './test-cards.js';
import { passesLuhn } from '../card.js';

const PAID = '5519283812030000';
const PAID_3DS = '5123817234060000';
const FAILS_3DS = '4412397212080000';
const FAILS = '4302912837020000';

/** The dates and their resolutions, written down from the platform's page a second time. */
const published = `0856 access_denied, 0755 error, 0654 provider_error, 0553 unknown, 0452 duplicated_transaction,
0351 auth_fatal_error, 0250 unable_to_determine_3ds_enrolment, 0149 card_is_3ds_enrolled, 1248 card_is_not_3ds_enrolled,
1147 issuer_decline, 1046 client_auth_failed, 0945 provider_fatal_error, 0844 invalid_details, 0743 invalid_pin,
0642 antifraud_error, 0541 invalid_card, 0440 fatal_error, 0339 unable_to_reconcile, 0238 invalid_amount,
0137 limit_violation, 1236 functionality_is_not_permitted, 1135 invalid_request, 1034 lost_or_stolen_card, 0933 declined,
0832 invalid_otp, 0731 invalid_3ds_code, 0630 invalid_card_status, 0529 insufficient_funds, 0428 card_expired,
0327 invalid_cvv, 0226 invalid_pan, 0125 invalid_credentials`
  .split(/,\s*/)
  .map((pair) => pair.split(' ') as [date: string, resolution: string])
  .map(([date, resolution]) => [`${date.slice(0, 2)}/${date.slice(2)}`, resolution] as const);

async function stepOf(sale: Response) {
  const { auth_mode, auth_payload } = await json(sale);
  return { mode: auth_mode as string | undefined, payload: auth_payload };
}

describe('the table of test cards', () => {
  it.each([PAID, PAID_3DS, FAILS, FAILS_3DS])('%s has a right check digit', (number) => {
    expect(passesLuhn(number)).toBe(true);
    expect(corefyCards.some((card) => card.number === number && card.expiry === undefined)).toBe(true);
  });

  it('lists no card twice with the same date, and all thirty-two dates', () => {
    expect(new Set(corefyCards.map(({ number, expiry }) => `${number} ${expiry}`)).size).toBe(corefyCards.length);
    expect(published).toHaveLength(32);
  });
});

describe('the four cards', () => {
  it.each([PAID, '4111111111111111'])('%s is paid', async (number) => {
    const { pay, read } = openCorefy();
    const { id, sale } = await pay(number);
    expect(await stepOf(sale)).toEqual({ mode: undefined, payload: undefined });
    expect(await read(id)).toMatchObject({ status: 'processed', resolution: 'ok' });
  });

  it('a wrong check digit is a wrong card', async () => {
    const { pay, read } = openCorefy();
    const { id } = await pay('4111111111111112');
    expect(await read(id)).toMatchObject({ status: 'process_failed', resolution: 'invalid_card' });
  });

  it.each([
    ['confirm', 'processed', 'ok'],
    ['refuse', 'process_failed', 'client_auth_failed'],
  ] as const)('%s at the issuer’s: %s', async (decision, status, resolution) => {
    const { pay, read, answer, form } = openCorefy();
    const { id, sale } = await pay(PAID_3DS);
    const { mode, payload } = await stepOf(sale);
    expect(mode).toBe('3ds');
    expect(payload).toEqual({
      action: 'http://sandbox.test/acs/challenge',
      method: 'POST',
      params: { creq: expect.stringMatching(/^[\w-]+$/) },
    });
    expect(await read(id)).toMatchObject({ status: 'process_pending', resolution: 'auth_3ds_required' });
    const page = await (await form('/acs/challenge', payload.params)).text();
    for (const text of ['€49.99', 'Mastercard •••• 0000']) expect(page).toContain(text);
    const back = await (await answer(payload.params, decision)).text();
    expect(back).toContain('action="http://shop.test/three-ds/n1"');
    expect(back).toContain('name="cres"');
    expect(await read(id)).toMatchObject({ status, resolution });
  });

  it('the issuer’s answer counts once', async () => {
    const { pay, read, answer } = openCorefy();
    const { id, sale } = await pay(PAID_3DS);
    const { payload } = await stepOf(sale);
    await answer(payload.params, 'confirm');
    await answer(payload.params, 'refuse');
    expect(await read(id)).toMatchObject({ status: 'processed' });
  });

  it('07/77 is never settled', async () => {
    const { pay, read, answer, clock } = openCorefy();
    const plain = await pay(PAID, '07/77');
    expect(await read(plain.id)).toMatchObject({ status: 'process_pending', resolution: 'ok' });
    const asked = await pay(PAID_3DS, '07/77');
    await answer((await stepOf(asked.sale)).payload.params, 'confirm');
    expect(await read(asked.id)).toMatchObject({ status: 'process_pending', resolution: 'auth_3ds_required' });
    await clock.advance(24 * 60 * 60_000);
    for (const { id } of [plain, asked]) expect(await read(id)).toMatchObject({ status: 'expired' });
  });

  it.each([...published, ['04/30', 'general_fatal_error'] as const])('fails at %s with %s', async (expiry, code) => {
    const { pay, read, answer } = openCorefy();
    const { id, sale } = await pay(FAILS, expiry);
    expect((await json(sale)).data.attributes).toMatchObject({ status: 'process_failed', resolution: code });
    expect(await read(id)).toMatchObject({ status: 'process_failed', resolution: code });
    const asked = await pay(FAILS_3DS, expiry);
    await answer((await stepOf(asked.sale)).payload.params, 'confirm');
    expect(await read(asked.id)).toMatchObject({ status: 'process_failed', resolution: code });
  });
});

describe('a scenario', () => {
  const statuses =
    `created expired process_pending processed process_failed refund_pending partially_refunded refunded refund_failed
    charged_back partially_charged_back terminated processing partially_processed process_error refunding refund_error
    PROCESSED CHARGED_BACK a_status_nobody_lists`.split(/\s+/);

  it.each(statuses)('ends in %s', async (status) => {
    const { pay, read, callbacks, clock } = openCorefy();
    const { id, sale } = await pay(PAID, '04/30', {}, { status });
    expect((await json(sale)).data.attributes.status).toBe(status);
    expect(await read(id)).toMatchObject({ status });
    await clock.advance(20);
    expect(callbacks().at(-1)?.data.attributes.status).toBe(status);
  });

  it.each([
    ['card_lost', 'process_failed'],
    ['AUTH_CVV_REQUIRED', 'process_failed'],
    ['a_code_nobody_lists', 'process_failed'],
    ['ok', 'processed'],
    ['OK', 'processed'],
  ])('ends with %s as %s', async (code, status) => {
    const { pay, read } = openCorefy({ brand: 'milky-pay' });
    const { id } = await pay(PAID, '04/30', {}, { code });
    expect(await read(id)).toMatchObject({ status, resolution: code });
  });

  it('with a status that failed has a resolution that says so', async () => {
    const { pay, read } = openCorefy();
    const ends = async (status: string) => (await read((await pay(PAID, '04/30', {}, { status })).id)).resolution;
    expect(await ends('process_failed')).toBe('general_decline');
    expect(await ends('expired')).toBe('transaction_expired');
    expect(await ends('refund_failed')).toBe('ok');
  });

  it('goes before the card, and after its issuer', async () => {
    const { pay, read, answer } = openCorefy();
    const { id, sale } = await pay(PAID_3DS, '04/30', {}, { code: 'card_stolen' });
    await answer((await stepOf(sale)).payload.params, 'confirm');
    expect(await read(id)).toMatchObject({ status: 'process_failed', resolution: 'card_stolen' });
  });

  it.each(['auth_3ds_required', 'AUTH_3DS_REQUIRED', 'CARD_IS_3DS_ENROLLED'])(
    'a live payment that says %s asks the issuer',
    async (code) => {
      const { pay, read, answer } = openCorefy();
      const { id, sale } = await pay(PAID, '04/30', {}, { status: 'process_pending', code });
      await answer((await stepOf(sale)).payload.params, 'confirm');
      expect(await read(id)).toMatchObject({ status: 'processed' });
    },
  );

  it('a card that is not in the second version of 3-D Secure is asked in the first', async () => {
    const { pay, read, form } = openCorefy();
    const scenario = { status: 'process_pending', code: 'card_is_not_3ds_v2_enrolled' };
    const { id, sale } = await pay(PAID, '04/30', {}, scenario);
    const { payload } = await stepOf(sale);
    expect(Object.keys(payload.params)).toEqual(['PaReq', 'MD', 'TermUrl']);
    expect(payload.params.TermUrl).toBe('http://shop.test/three-ds/n1');
    const page = await (await form('/acs/challenge', payload.params)).text();
    const fields = Object.fromEntries(
      [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    expect(fields['MD']).toBe(payload.params.MD);
    const back = await (await form('/acs/challenge/answer', { ...fields, decision: 'confirm' })).text();
    expect(back).toContain('name="PaRes"');
    expect(back).toContain(`name="MD" value="${payload.params.MD as string}"`);
    expect(back).not.toContain('name="cres"');
    expect(await read(id)).toMatchObject({ status: 'processed' });
  });

  it('a live payment that says auth_otp_required asks for a code, three times', async () => {
    const { pay, read, confirm, token } = await withOtp();
    expect(await read(pay.id)).toMatchObject({ status: 'process_pending', resolution: 'auth_otp_required' });
    expect((await confirm(token, '')).status).toBe(422);
    const wrong = await json(await confirm(token, '000000'));
    expect(wrong.data.attributes.active_request).toMatchObject({ resolution: 'invalid_otp_code' });
    expect((await confirm(token, '123456')).status).toBe(200);
    expect(await read(pay.id)).toMatchObject({ status: 'processed' });

    const second = await withOtp();
    for (let tries = 0; tries < 3; tries += 1) await second.confirm(second.token, '000000');
    expect(await second.read(second.pay.id)).toMatchObject({
      status: 'process_failed',
      resolution: 'invalid_otp_code',
    });
    expect((await second.confirm(second.token, '123456')).status).toBe(422);
  });

  it('a code is only taken where one was asked for', async () => {
    const { created, confirm } = openCorefy();
    const { token } = await created();
    expect((await confirm(token, '123456')).status).toBe(422);
  });

  it('decides late, and too late decides nothing', async () => {
    const { pay, read, send, clock } = openCorefy({ account: { invoiceLifetime: 10_000 } });
    const late = await pay(PAID, '04/30', {}, { code: 'card_lost', after: 5_000 });
    const tooLate = await pay(PAID, '04/30', {}, { after: 15_000 });
    await clock.advance(4_999);
    expect(await read(late.id)).toMatchObject({ status: 'process_pending', resolution: 'ok' });
    await clock.advance(1);
    expect(await read(late.id)).toMatchObject({ status: 'process_failed', resolution: 'card_lost' });
    await clock.advance(20_000);
    expect(await read(tooLate.id)).toMatchObject({ status: 'expired' });
    const { payments } = await json(await send('/control/payments'));
    expect(payments[1].attempts).toMatchObject([{ status: 'expired', failure: 'transaction_expired' }]);
  });

  it('changes fields, but not those of the answer that begins it', async () => {
    const { create, sell, read } = openCorefy();
    const fields = { metadata: [], flow_data: {}, resolution: null, auth_mode: 'x', auth_payload: [] };
    const { data } = await json(await create({}, { fields }));
    expect(data.attributes).toMatchObject({ metadata: { order: '1024' }, resolution: 'ok' });
    const sale = await json(await sell(data.attributes.flow_data.metadata.token, PAID));
    expect(sale).toMatchObject({ auth_mode: 'x', auth_payload: [], data: { attributes: { resolution: null } } });
    const invoice = await read(data.id);
    expect(invoice).toMatchObject({ status: 'processed', metadata: [], flow_data: {}, resolution: null });
    expect(invoice).not.toHaveProperty('auth_mode');
  });

  it.each<[Scenario['answers'], (text: string) => void]>([
    ['truncated', (text) => expect(() => JSON.parse(text)).toThrow(SyntaxError)],
    ['not_json', (text) => expect(text).toContain('<html>')],
    ['wrong_types', (text) => expect(JSON.parse(text).data.attributes.status).toBe(7)],
    ['without_status', (text) => expect(JSON.parse(text).data.attributes).not.toHaveProperty('status')],
  ])('spoils answers: %s', async (answers, check) => {
    const { pay, call } = openCorefy();
    const { id, sale } = await pay(PAID, '04/30', {}, { ...(answers && { answers }) });
    check(await sale.text());
    check(await (await call(`/api/payment-invoices/${id}`)).text());
    const list = await call('/api/payment-invoices?filter[reference_id]=ref-1');
    expect(await list.text()).not.toMatch(/^\{.*"status":"processed".*\}$/);
  });

  it('spoils them until the outcome, where it has a time', async () => {
    const { pay, call, read, clock } = openCorefy();
    const { id } = await pay(PAID, '04/30', {}, { answers: 'truncated', after: 1_000 });
    await expect((await call(`/api/payment-invoices/${id}`)).json()).rejects.toThrow(SyntaxError);
    await clock.advance(1_000);
    expect(await read(id)).toMatchObject({ status: 'processed' });
  });

  async function withOtp() {
    const opened = openCorefy();
    const pay = await opened.pay(PAID, '04/30', {}, { status: 'process_pending', code: 'auth_otp_required' });
    const { mode } = await stepOf(pay.sale);
    expect(mode).toBe('otp');
    return { ...opened, pay, token: pay.token };
  }
});

describe('3-D Secure that the merchant asks for', () => {
  const forced = { gateway_options: { cardgate: { force_3ds: true } } };

  it('is asked for whatever the card', async () => {
    const { pay, read, answer } = openCorefy();
    const { id, sale } = await pay(PAID, '04/30', forced);
    await answer((await stepOf(sale)).payload.params, 'confirm');
    expect(await read(id)).toMatchObject({ status: 'processed' });
  });

  it.each<[string, string, Scenario]>([
    ['a card', '01/49', {}],
    ['a scenario', '04/30', { code: 'auth_3ds_required' }],
  ])('is all that %s was declined for', async (_, expiry, scenario) => {
    const { pay, read, answer } = openCorefy();
    const soft = await pay(FAILS, expiry, {}, scenario);
    expect(await read(soft.id)).toMatchObject({ status: 'process_failed' });
    const { id, sale } = await pay(FAILS, expiry, forced, scenario);
    await answer((await stepOf(sale)).payload.params, 'confirm');
    expect(await read(id)).toMatchObject({ status: 'processed' });
  });
});
