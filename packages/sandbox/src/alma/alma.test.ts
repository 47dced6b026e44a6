import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '../sandbox.fixture.js';
import { SCENARIO_HEADER, type Scenario } from '../scenario.js';
import { eligibilityOf } from './plans.js';

// An answer's JSON, as loose as a stranger's client would take it.
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

function openAlma() {
  const opened = openSandbox({ accounts: { alma: { apiKey: 'sk_test_alma' } } });
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    opened.send(`/alma${path}`, {
      method,
      headers: { Authorization: 'Alma-Auth sk_test_alma', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const json = async (response: Promise<Response>): Promise<Loose> => (await response).json();
  const eligibility = (body: object) => json(call('POST', '/v2/payments/eligibility', body));
  const create = (payment: object = {}, scenario: Scenario = {}) =>
    json(
      call(
        'POST',
        '/v1/payments',
        { payment: { ...newPayment, ...payment }, customer: { email: 'ada@example.com' }, orders: [] },
        { [SCENARIO_HEADER]: JSON.stringify(scenario) },
      ),
    );
  const read = (id: string) => json(call('GET', `/v1/payments/${id}`));
  return { ...opened, call, json, eligibility, create, read };
}

const newPayment = {
  purchase_amount: 12_000,
  installments_count: 3,
  deferred_days: 0,
  deferred_months: 0,
  return_url: 'http://shop.test/checkout?order=1',
  ipn_callback_url: 'http://shop.test/hooks/alma?intent=pi_1',
  custom_data: { florin_intent: 'pi_1' },
};

describe('eligibility', () => {
  it('has plans whose numbers add up, and one that this purchase is too small for', async () => {
    const { eligibility } = openAlma();
    const rows: Loose[] = await eligibility({ purchase_amount: 10_001 });
    expect(rows.map(({ installments_count, eligible }) => [installments_count, eligible])).toEqual([
      [2, true],
      [3, true],
      [4, true],
      [10, false],
    ]);
    for (const { payment_plan: plan, customer_total_cost_amount: cost, installments_count } of rows.slice(0, 3)) {
      const sum = (name: string) => plan.reduce((total: number, each: Loose) => total + each[name], 0);
      expect(plan).toHaveLength(installments_count);
      expect(sum('purchase_amount')).toBe(10_001);
      expect(sum('customer_fee') + sum('customer_interest')).toBe(cost);
      expect(sum('total_amount')).toBe(10_001 + cost);
    }
    expect(rows[3]).toMatchObject({ reasons: { purchase_amount: 'under_limit' } });
    expect(rows[0]).toMatchObject({ customer_total_cost_amount: 0, annual_interest_rate: 0 });
    expect(rows[2]).toMatchObject({ customer_total_cost_amount: 207, customer_total_cost_bps: 207 });
  });

  it('answers what was asked for, deferred payments too', async () => {
    const { eligibility, clock } = openAlma();
    const queries = [{ installments_count: 1, deferred_days: 15, deferred_months: 0 }, { installments_count: 7 }];
    const [later, unknown] = await eligibility({ purchase_amount: 5_000, queries });
    expect(later).toMatchObject({ eligible: true, deferred_days: 15 });
    expect(later.payment_plan).toEqual([
      {
        due_date: clock.now() / 1000 + 15 * 86_400,
        purchase_amount: 5_000,
        customer_fee: 0,
        customer_interest: 0,
        total_amount: 5_000,
      },
    ]);
    expect(unknown).toMatchObject({ eligible: false });
  });

  it('puts payments on the same day of each month, or on its last', () => {
    const now = Date.parse('2026-01-31T10:00:00Z');
    const { payment_plan = [] } = eligibilityOf(terms(4), 12_000, now);
    expect(payment_plan.map(({ due_date }) => new Date(due_date * 1000).toISOString().slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('lends for ten months at a rate that its own payments have', () => {
    const { payment_plan = [], annual_interest_rate } = eligibilityOf(
      terms(10),
      100_000,
      Date.parse('2026-01-15T10:00:00Z'),
    );
    const [first] = payment_plan;
    const rate = Number(annual_interest_rate) / 10_000;
    const worth = payment_plan.reduce(
      (sum, { due_date, total_amount }) =>
        sum + total_amount / (1 + rate) ** ((due_date - (first?.due_date ?? 0)) / (365.25 * 86_400)),
      0,
    );
    expect(Math.abs(worth - 100_000)).toBeLessThan(5);
    expect(rate).toBeGreaterThan(0.172);
    expect(rate).toBeLessThan(0.2);
  });

  it('wants the key', async () => {
    const { call } = openAlma();
    const headers = { Authorization: 'Alma-Auth sk_test_2' };
    expect((await call('POST', '/v2/payments/eligibility', { purchase_amount: 1 }, headers)).status).toBe(401);
  });
});

describe('payments', () => {
  it('wait for the customer on a page, who leads back to the shop', async () => {
    const { create, read, send, form } = openAlma();
    const payment = await create();
    expect(payment).toMatchObject({
      state: 'not_started',
      purchase_amount: 12_000,
      customer_fee: 174,
      custom_data: { florin_intent: 'pi_1' },
      refunds: [],
      expired_at: null,
    });
    const path = new URL(payment.url).pathname;
    const page = await (await send(path)).text();
    expect(page).toContain('€41.74');
    expect(page).toContain('February 15, 2026');
    const answered = await form(path, { decision: 'approve' });
    expect(answered.status).toBe(303);
    expect(answered.headers.get('Location')).toBe(`http://shop.test/checkout?order=1&pid=${payment.id}`);
    const paid = await read(payment.id);
    expect(paid.state).toBe('in_progress');
    expect(paid.payment_plan.map(({ state }: Loose) => state)).toEqual(['paid', 'pending', 'pending']);
    expect((await send(path)).status).toBe(410);
  });

  it('are refused, cancelled, or left until they expire', async () => {
    const { create, read, form, call, clock } = openAlma();
    const [refused, cancelled, left] = [await create(), await create(), await create()];
    await form(`/alma/pay/${refused.id}`, { decision: 'refuse' });
    expect(await read(refused.id)).toMatchObject({ state: 'scored_no' });
    expect((await call('PUT', `/v1/payments/${cancelled.id}/cancel`, {})).status).toBe(200);
    expect((await call('PUT', `/v1/payments/${cancelled.id}/cancel`, {})).status).toBe(400);
    expect(await read(cancelled.id)).toMatchObject({ state: 'cancelled' });
    await clock.advance(24 * 60 * 60_000);
    expect(await read(left.id)).toMatchObject({ state: 'not_started', expired_at: clock.now() / 1000 });
    expect((await form(`/alma/pay/${left.id}`, { decision: 'approve' })).status).toBe(410);
  });

  it('are refunded in part and in full, by the API and from behind', async () => {
    const { create, call, json, read, send } = openAlma();
    const { id } = await create({}, { status: 'paid' });
    const refund = (amount?: number) =>
      call('POST', `/v1/payments/${id}/refund`, amount === undefined ? {} : { amount });
    expect(await json(refund(2_000))).toMatchObject({ refunds: [{ amount: 2_000 }] });
    expect((await refund(10_001)).status).toBe(400);
    const headers = { 'Content-Type': 'application/json' };
    await send(`/control/payments/${id}/refund`, { method: 'POST', headers, body: '{"part":true}' });
    await refund();
    expect((await read(id)).refunds.map(({ amount }: Loose) => amount)).toEqual([2_000, 5_000, 5_000]);
    expect((await refund()).status).toBe(400);
  });

  it('tell of each change, signed over their id', async () => {
    const { create, form, clock, deliveries } = openAlma();
    const { id } = await create();
    await form(`/alma/pay/${id}`, { decision: 'approve' });
    await clock.advance(1_000);
    const signature = createHmac('sha256', 'sk_test_alma')
      .update(id as string)
      .digest('hex');
    expect(deliveries.map(({ url, headers }) => [url, headers.get('X-Alma-Signature')])).toEqual([
      [`http://shop.test/hooks/alma?intent=pi_1&pid=${id}`, signature],
    ]);
  });

  it.each(['scored_yes', 'paid', 'a_state_nobody_lists'])('come to %s when a scenario says so', async (status) => {
    const { create, read, clock } = openAlma();
    expect(await create({}, { status })).toMatchObject({ state: status });
    const late = await create({}, { status, after: 2_000 });
    expect(late.state).toBe('not_started');
    await clock.advance(2_000);
    expect(await read(late.id)).toMatchObject({ state: status });
  });

  it.each([
    [{ purchase_amount: 0 }, 'purchase_amount'],
    [{ purchase_amount: 500 }, 'purchase_amount'],
    [{ installments_count: 'four' }, 'installments_count'],
    [{ return_url: 'javascript:1' }, 'return_url'],
  ])('with %o are refused at %s', async (fields, field) => {
    const { create } = openAlma();
    expect(await create(fields)).toMatchObject({ message: expect.any(String), errors: [{ field }] });
  });
});

function terms(installments_count: number) {
  return { installments_count, deferred_days: 0, deferred_months: 0 };
}
