import { describe, expect, it } from 'vitest';
import { cardAttempt, dataOf, openSandbox } from '../../sandbox.fixture.js';
import { lookupCards, testCards } from '../../test-cards.js';
import { passesLuhn } from '../../card.js';

const { card, three_ds } = cardAttempt('4242424242424242');
const billing_details = { address: { country: 'FR', city: 'Paris' }, email: 'ada@shop.example', phone: '+33612345678' };

function open() {
  const sandbox = openSandbox();
  const { post, send, createIntent } = sandbox;
  /** Sends an attempt; the answer, and what the control surface shows of it. */
  const attempt = async (body: object, intent?: string) => {
    const path = `/payment-intents/v1/payment/intents/${intent ?? (await createIntent())}/attempts`;
    const response = await post(path, { method_code: 'card', three_ds, ...body });
    return { status: response.status, body: (await response.json()) as { data?: any; errors?: object } }; // oxlint-disable-line typescript/no-explicit-any
  };
  const shown = async () => {
    const text = await (await send('/control/payments')).text();
    expect(text).not.toMatch(/4242424242|4000002500|"123"/);
    return (JSON.parse(text) as { payments: { attempts: { card: object }[] }[] }).payments.at(-1)?.attempts.at(-1)
      ?.card;
  };
  const cards = async () => {
    const text = await (await send('/control/cards')).text();
    expect(text).not.toMatch(/4242424242|4000002500|"123"/);
    return JSON.parse(text) as { saved: { id: string }[]; forgotten: string[]; tokens: number };
  };
  const keep = async (number = card.number) =>
    (await dataOf(await post('/payment-intents/v1/cards', { card: { ...card, number } }))).id;
  const tokenize = async (body: object = {}) => dataOf(await post('/payment-intents/v1/tokens', { card, ...body }));
  return { ...sandbox, attempt, shown, cards, keep, tokenize };
}

describe('what came along with a card', () => {
  it('is shown, but for the card', async () => {
    const { attempt, shown } = open();
    const installments = { count: 3, total: 49.99 };
    const coBadged = { ...card, number: '4000002500001001', network: 'cartes_bancaires', holder: 'Ada' };
    expect((await attempt({ card: coBadged, billing_details, installments, save_card: true })).status).toBe(201);
    expect(await shown()).toEqual({
      brand: 'cartes_bancaires',
      last4: '1001',
      source: 'card',
      network: 'cartes_bancaires',
      holder: 'Ada',
      expiry: true,
      cvc: true,
      installments,
      billing_details,
      save_card: true,
    });
  });

  it.each([
    [{ card: { ...card, network: 7 } }, 'card.network'],
    [{ card, billing_details: { email: 'nobody' } }, 'billing_details.email'],
    [{ card, billing_details: { address: { country: 'France' } } }, 'billing_details.address.country'],
    [{ card, installments: { count: 1, total: 5 } }, 'installments'],
    [{ card: { ...card, exp_year: undefined } }, 'card.exp_year'],
    [{ saved_card: 'card_1', cvc: '12345' }, 'cvc'],
  ])('%j is refused at its field', async (body, field) => {
    const { status, body: answer } = await open().attempt(body);
    expect([status, Object.keys(answer.errors ?? {})]).toEqual([422, [field]]);
  });
});

describe('a token', () => {
  it('pays once, with what came along', async () => {
    const { attempt, shown, tokenize, cards } = open();
    const { id, expires_at } = await tokenize({ billing_details, save_card: true });
    expect([id, expires_at]).toEqual([expect.stringMatching(/^tok_/), '2026-01-15T10:30:00.000Z']);
    expect((await attempt({ token: id })).body.data).toMatchObject({
      status: 'completed',
      saved_card: { last4: '4242' },
    });
    expect(await shown()).toMatchObject({ source: 'token', billing_details, save_card: true });
    expect(await attempt({ token: id })).toMatchObject({
      status: 422,
      body: { errors: { token: [expect.any(String)] } },
    });
    expect(await cards()).toMatchObject({ tokens: 0, saved: [{ last4: '4242' }] });
  });

  it('has its time', async () => {
    const { attempt, tokenize, clock } = open();
    const { id } = await tokenize();
    await clock.advance(30 * 60_000);
    expect((await attempt({ token: id })).status).toBe(422);
  });
});

describe('a kept card', () => {
  it('is kept when the attempt completes, and not before', async () => {
    const { attempt, cards, createIntent } = open();
    const intent = await createIntent();
    const declined = { ...card, number: '4000000000000002' };
    expect((await attempt({ card: declined, save_card: true }, intent)).body.data.saved_card).toBeNull();
    expect(
      (await attempt({ card: { ...card, number: '5060666666666666666' }, save_card: true })).body.data,
    ).toMatchObject({
      status: 'action_required',
      saved_card: null,
    });
    expect((await cards()).saved).toEqual([]);
    const { data } = (await attempt({ card, save_card: true }, intent)).body;
    expect(data.saved_card).toMatchObject({
      network: 'visa',
      last4: '4242',
      exp_month: 7,
      exp_year: 2077,
      requires_cvc: true,
    });
    expect((await cards()).saved).toEqual([data.saved_card]);
  });

  it.each([
    ['123', 'completed', undefined],
    ['000', 'failed', 'INVALID_CVC'],
    [undefined, 'failed', 'INVALID_CVC'],
  ])('with the code %s is %s', async (cvc, status, code) => {
    const { attempt, keep } = open();
    const { data } = (await attempt({ saved_card: await keep(), ...(cvc && { cvc }) })).body;
    expect([data.status, data.failure?.code.value]).toEqual([status, code]);
  });

  it('that needs no code is paid without one, and one that is declined is declined again', async () => {
    const { attempt, keep } = open();
    const codeless = lookupCards.find(({ range }) => range.cvc?.need === 'hidden')?.number;
    expect((await attempt({ saved_card: await keep(codeless) })).body.data.status).toBe('completed');
    const poor = testCards.find(({ reason }) => reason === 'insufficient_funds')?.number;
    const { data } = (await attempt({ saved_card: await keep(poor), cvc: '123' })).body;
    expect(data.failure.code.value).toBe('INSUFFICIENT_BALANCE');
  });

  it('that was forgotten is refused', async () => {
    const { attempt, keep, post, cards } = open();
    const id = await keep();
    expect((await post(`/payment-intents/v1/cards/${id}/forget`)).status).toBe(200);
    expect((await post(`/payment-intents/v1/cards/${id}/forget`)).status).toBe(404);
    expect(await attempt({ saved_card: id, cvc: '123' })).toMatchObject({
      status: 422,
      body: { errors: { saved_card: {} } },
    });
    expect(await cards()).toEqual({ saved: [], forgotten: [id], tokens: 0 });
  });
});

describe('the table of cards whose form differs', () => {
  it.each(lookupCards)('$number', async ({ number, range }) => {
    expect(passesLuhn(number)).toBe(true);
    expect(number.slice(0, 8)).toBe(range.from);
    // No other test card falls into its range.
    expect([...testCards, ...lookupCards].filter((other) => other.number.startsWith(range.from))).toHaveLength(1);
    const { attempt } = open();
    const { exp_month, exp_year, cvc } = card;
    const needs = {
      ...(range.expiry !== 'hidden' && { exp_month, exp_year }),
      ...(range.cvc?.need !== 'hidden' && { cvc }),
    };
    expect((await attempt({ card: { number, ...needs } })).body.data.status).toBe('completed');
  });
});
