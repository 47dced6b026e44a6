import type { CardLookup, InstallmentsOption } from '@florin/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CARD, openCheckout, openTestStore } from '../checkout.fixture.js';
import { inFour, inTwo } from '../financing-plan.fixture.js';
import { attempt, completed, declined, ScriptedGateway } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const option: InstallmentsOption = { type: 'installments', label: 'Alma', code: 'almacb4x', plans: [inTwo, inFour] };
const chosen = { type: 'installments', plan: inFour.id, total: inFour.total, card: CARD };

const openOffer = (more: Partial<InstallmentsOption> = {}) =>
  openCheckout(
    store,
    { cardRanges: [{ from: '37828224', brands: ['amex'], cvc: { length: 4 } }] },
    { methods: [{ type: 'card' }, { ...option, ...more }] },
  );

describe('a plan that was agreed to', () => {
  it('goes to the provider with the card, and stands with the attempt', async () => {
    const { pay, gateway, server, id } = await openOffer();
    const { status, body } = await pay(undefined, chosen);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'completed',
      active_attempt: { method: { type: 'installments', label: 'Visa •••• 4242' } },
    });
    expect(gateway.calls[1]?.request).toMatchObject({
      option: { code: 'almacb4x' },
      plan: inFour,
      input: chosen,
      installments: null,
      token: null,
      save: false,
    });
    expect((await server.readIntent(id))?.attempts[0]).toMatchObject({ plan: inFour });
    expect(JSON.stringify(await store.find(id))).not.toMatch(/4242424242|\b987\b|Lovelace/);
  });

  it('is taken over after a crash', async () => {
    const { pay, gateway, clock } = await openOffer();
    gateway.starting = new Promise(() => {});
    void pay('one', chosen);
    await vi.waitFor(() => expect(gateway.count('start')).toBe(1));
    clock.advance(60_000);
    gateway.starting = completed();
    expect((await pay('one', chosen)).body.status).toBe('completed');
    const plans = gateway.calls.filter(({ call }) => call === 'start').map(({ request }) => request);
    expect(plans).toMatchObject([{ plan: inFour }, { plan: inFour }]);
  });

  it('may be another one after a refusal', async () => {
    const { pay, gateway, server, id } = await openOffer();
    gateway.starting = declined('INSUFFICIENT_BALANCE');
    await pay(undefined, chosen);
    gateway.starting = attempt({ id: 'att_2' });
    await pay(undefined, { ...chosen, plan: inTwo.id, total: inTwo.total });
    const attempts = (await server.readIntent(id))?.attempts;
    expect(attempts?.map(({ plan }) => plan?.id)).toEqual([inFour.id, inTwo.id]);
  });

  it('is found by the code of its method, where more than one offers plans', async () => {
    const other = { ...option, code: 'almacb2x', plans: [inTwo] };
    const methods = [{ ...option, plans: [inFour] }, other];
    const { pay, gateway } = await openCheckout(store, {}, { methods });
    const input = { ...chosen, code: 'almacb2x', plan: inTwo.id, total: inTwo.total };
    expect((await pay(undefined, input)).status).toBe(201);
    expect(gateway.calls[1]?.request).toMatchObject({ option: { code: 'almacb2x' }, plan: inTwo });
  });
});

describe('what was not agreed to is not charged', () => {
  it.each<[string, object, string, string]>([
    ['another total than was shown', { total: inFour.total - 1 }, '/method/total', 'invalid_value'],
    ['the total of another plan', { total: inTwo.total }, '/method/total', 'invalid_value'],
    ['a plan that is not offered', { plan: 'alma_12_0_0' }, '/method/plan', 'invalid_value'],
    ['no plan', { plan: undefined }, '/method/plan', 'required'],
    ['no total', { total: undefined }, '/method/total', 'required'],
    ['a card without a code', { card: { ...CARD, cvc: undefined } }, '/method/card/cvc', 'required'],
    [
      'a code of another length',
      { card: { ...CARD, number: '378282246310005' } },
      '/method/card/cvc',
      'invalid_format',
    ],
    ['a number that is none', { card: { ...CARD, number: '4242 4242' } }, '/method/card/number', 'invalid_format'],
    ['a brand that is not taken', { card: { ...CARD, brand: 'amex' } }, '/method/card/brand', 'invalid_value'],
  ])('%s', async (_, fields, pointer, code) => {
    const { pay, gateway, id } = await openOffer({ brands: ['visa', 'mastercard'] });
    const { status, body } = await pay(undefined, { ...chosen, ...fields });
    expect([status, body]).toMatchObject([422, { code: 'validation_failed', errors: [{ pointer, code }] }]);
    expect(JSON.stringify(body)).not.toMatch(/4242|3782|\b987\b/);
    expect(gateway.calls).toEqual([]);
    expect((await store.find(id))?.attempts).toEqual([]);
  });

  it('what the merchant asks for beside the card is asked for here too', async () => {
    const { pay } = await openOffer({ fields: { holder: 'required', email: 'required' } });
    const { holder: _holder, ...unnamed } = CARD;
    const { body } = await pay(undefined, { ...chosen, card: unnamed });
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/method/card/holder', '/method/card/email']);
  });

  it('a method that is not offered', async () => {
    const { pay } = await openCheckout(store);
    expect(await pay(undefined, chosen)).toMatchObject({ status: 422, body: { code: 'method_not_available' } });
    const offered = await openOffer();
    expect((await offered.pay(undefined, { ...chosen, code: 'other' })).body.code).toBe('method_not_available');
  });
});

it('a card is looked up at the gateway that finances it, where no other takes cards', async () => {
  const lookUpCard = vi.fn<(bin: string) => Promise<CardLookup>>(async () => ({ brands: ['visa'] }));
  const financing = Object.assign(new ScriptedGateway(), { lookUpCard });
  const gateways = { scripted: new ScriptedGateway(), financing };
  const methods = [{ ...option, gateway: 'financing' }];
  const { post } = await openCheckout(store, { gateways }, { gateway: 'scripted', methods });
  expect((await post('/card-lookup', { bin: '42424242' })).body).toEqual({ brands: ['visa'] });
  expect(lookUpCard).toHaveBeenCalledOnce();
});
