import { readFileSync } from 'node:fs';
import { explainFailure, Intent, parse } from '@florin/contract';
import type { Provider } from '@florin/providers';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CheckoutProblem } from '../payment/state.js';
import { Backend } from './backend.fixture.js';
import { ManualClock } from './clock.fixture.js';
import { createCheckout } from './create-checkout.js';
import { createNativeReader } from './native-payload.js';
import { providerRooms } from './provider-rooms.js';
import { nativeIntent, relayed } from './relayed.fixture.js';

/** An answer of the Corefy brands' API about an invoice. */
const invoice = (attributes: object, more: object = {}) => ({
  data: {
    type: 'payment-invoices',
    id: 'cpi_1',
    attributes: {
      status: 'process_pending',
      resolution: 'ok',
      amount: 49.99,
      currency: 'EUR',
      reference_id: 'order-1024',
      flow_data: [],
      updated: 1_700_000_000,
      payload: { token: null },
      ...attributes,
    },
  },
  included: [],
  links: { self: '/api/payment-invoices/cpi_1' },
  ...more,
});

/** A payment of Purse, as its webhook brings it. */
const payment = (fields: object) => ({
  id: 'pay_1',
  version: 3,
  entity_id: 'e_1',
  amount: 4999,
  currency: 'EUR',
  client_session_id: 'cs_1',
  order_reference: 'order-1024',
  totals: { authorized: 0, captured: 0 },
  ...fields,
});

const acs = { action: 'https://acs.bank.example/challenge', method: 'POST', params: { creq: 'eyJ9' } };
const challenge = { type: 'three_ds_challenge', url: acs.action, params: acs.params };

const ids = ['milky-pay', 'payment-intents', 'payments-trust', 'purse'] as const;
type Id = (typeof ids)[number];

/** A payment that failed with a code of its provider. */
const failedWith: Record<Id, (code: string) => unknown> = {
  'milky-pay': (code) => invoice({ status: 'process_failed', resolution: code }),
  'payment-intents': (value) => nativeIntent({ status: 'failed', failure: { code: { value }, message: 'm' } }),
  'payments-trust': (code) => invoice({ status: 'process_failed', resolution: code }),
  purse: (code) => payment({ state: 'ERROR', psp: { name: 'alma', status: code } }),
};

const roomOf = (id: Id): Promise<Provider> => providerRooms[id]?.() ?? Promise.reject(new Error(id));

async function loaded(provider: string, payload: unknown) {
  const problems: CheckoutProblem[] = [];
  const checkout = createCheckout({
    endpoint: 'https://shop.example/api/checkout',
    intent: 'pi_1',
    clientSecret: 'secret-of-pi_1',
    fetch: new Backend(relayed(provider, payload)).fetch,
    clock: new ManualClock(),
    status: 'poll',
    onEvent: (event) => event.type === 'problem' && problems.push(event.problem),
  });
  onTestFinished(() => checkout.destroy());
  await checkout.load();
  return { state: checkout.state, problems };
}

it('each has the id that it is asked for by', async () => {
  expect(new Set(Object.keys(providerRooms))).toEqual(new Set(ids));
  for (const id of ids) expect((await roomOf(id)).id).toBe(id);
});

it('none of the package’s is forgotten', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../../../providers/package.json', import.meta.url), 'utf8'));
  const rooms = Object.keys(exports).filter((path) => path !== '.');
  expect(new Set(rooms.map((path) => path.slice(2)))).toEqual(new Set(ids));
});

describe('what a provider says, as the customer sees it', () => {
  it.each<[Id, string, unknown, object]>([
    ['payment-intents', 'is paid', nativeIntent({ status: 'completed' }, 'completed'), { phase: 'completed' }],
    ['payment-intents', 'has nothing yet', nativeIntent(null), { phase: 'ready' }],
    [
      'payment-intents',
      'asks',
      nativeIntent({ status: 'action_required', next_action: { type: 'approve_on_phone', dial_code: '#144*1#' } }),
      { phase: 'action_required', action: { type: 'approval' } },
    ],
    ['payment-intents', 'declines', failedWith['payment-intents']('INSUFFICIENT_BALANCE'), { phase: 'ready' }],
    ['payment-intents', 'ran out of time', nativeIntent(null, 'expired'), { phase: 'expired' }],
    ['milky-pay', 'is at work', invoice({}), { phase: 'processing' }],
    [
      'milky-pay',
      'asks',
      invoice({ resolution: 'auth_3ds_required' }, { auth_mode: '3ds', auth_payload: acs }),
      { phase: 'action_required', action: challenge },
    ],
    ['milky-pay', 'declines', failedWith['milky-pay']('insufficient_funds'), { phase: 'ready' }],
    ['milky-pay', 'gave back', invoice({ status: 'refunded' }), { phase: 'completed', intent: { status: 'refunded' } }],
    ['payments-trust', 'is paid', invoice({ status: 'PROCESSED' }), { phase: 'completed' }],
    ['payments-trust', 'got less than it asked', invoice({ status: 'partially_processed' }), { phase: 'verifying' }],
    [
      'payments-trust',
      'was left',
      invoice({ status: 'terminated' }),
      { phase: 'ready', attempt: { status: 'cancelled' } },
    ],
    ['payments-trust', 'says a new word', invoice({ status: 'awaiting_stars' }), { phase: 'processing' }],
    ['purse', 'is paid', payment({ state: 'SUCCESS' }), { phase: 'completed' }],
    ['purse', 'does not know', payment({ state: 'UNCERTAIN', code: 'TIMEOUT' }), { phase: 'verifying' }],
    ['purse', 'waits', payment({ state: 'PENDING' }), { phase: 'processing' }],
    [
      'purse',
      'declines',
      failedWith.purse('incorrect_cvc'),
      { phase: 'ready', failure: { reason: 'check_cvc', recovery: 'edit_field', field: 'cvc' } },
    ],
    ['purse', 'is Alma itself', { id: 'alma_1', state: 'in_progress', purchase_amount: 4999 }, { phase: 'completed' }],
  ])('%s %s', async (provider, _, payload, expected) => {
    const { state, problems } = await loaded(provider, payload);
    expect(state).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it.each(ids)('every code of %s is told as the contract has it', async (id) => {
    const { codes, describeFailure } = await roomOf(id);
    const told: unknown[] = [];
    const expected: unknown[] = [];
    for (const code of codes) {
      const { attempt } = (await loaded(id, failedWith[id](code))).state;
      // Where Alma says "given up", the room makes something else of it than a failure.
      if (attempt?.status !== 'failed') continue;
      const failure = explainFailure(describeFailure(code));
      told.push([code, attempt.failure]);
      expected.push([code, { code: { ...failure.code, message: null }, reason: failure.reason }]);
    }
    expect(told.length).toBeGreaterThan(codes.length - 5);
    expect(told).toEqual(expected);
  });

  it.each(['milky-pay', 'payment-intents', 'payments-trust'] as const)(
    'what %s has that must not be told is, byte for byte, a plain decline',
    async (id) => {
      const { codes, describeFailure } = await roomOf(id);
      const shown = async (code: string) => JSON.stringify(await loaded(id, failedWith[id](code)));
      const plain = codes.filter((code) => describeFailure(code).reason === 'generic_decline');
      const hidden = codes.filter((code) => !describeFailure(code).disclose);
      expect(plain.length * hidden.length).toBeGreaterThan(0);
      expect(new Set(await Promise.all([...plain, ...hidden].map(shown))).size).toBe(1);
    },
  );
});

describe('whatever a provider says', () => {
  const whole: Record<Id, unknown> = {
    'milky-pay': invoice({}, { auth_mode: '3ds', auth_payload: acs }),
    'payment-intents': failedWith['payment-intents']('LOST_CARD'),
    'payments-trust': invoice({ flow_data: acs }),
    purse: payment({ state: 'WAITING', redirection: { url: acs.action } }),
  };

  /** A payload in which one place holds something else. */
  function spoilt(payload: unknown): fc.Arbitrary<unknown> {
    if (typeof payload !== 'object' || payload === null) return fc.jsonValue();
    const inside = Object.entries(payload).map(([name, value]) =>
      spoilt(value).map((other) => ({ ...payload, [name]: other })),
    );
    return fc.oneof(fc.jsonValue(), ...inside);
  }

  it.each(ids)('%s: an intent of the contract is made of it, and what is unreadable says where', async (id) => {
    const text = JSON.stringify(whole[id]);
    const truncated = fc.nat(text.length - 1).map((length) => text.slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), spoilt(whole[id]), truncated), async (payload) => {
        const onProblem = vi.fn<(problem: CheckoutProblem) => void>();
        const read = createNativeReader({ intent: 'pi_1', providers: {}, onProblem });
        const answer = await read(relayed(id, payload));
        if ('problem' in answer) throw new Error(answer.problem.code);
        expect(parse(Intent, answer.value).ok).toBe(true);
        const { status, active_attempt } = answer.value;
        for (const [problem] of onProblem.mock.calls) {
          expect(problem).toMatchObject({ code: 'payload_unreadable', provider: id });
          for (const { pointer } of problem.violations ?? []) expect(pointer).toMatch(/^\/payload(\/[\w-]+)*$/);
          expect(status !== 'pending' || active_attempt?.uncertain).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a fifth provider needs its room alone', async () => {
    const fifth: Provider = {
      id: 'fifth',
      codes: ['NO_MONEY'],
      read: (payload) => ({
        attempt: {
          id: 'f_1',
          status: 'failed',
          uncertain: false,
          is_fallback: false,
          next_action: null,
          failure: fifth.describeFailure((payload as { why: string }).why),
        },
      }),
      describeFailure: (value) => ({
        code: { value, category: 'CUSTOMER_ERROR', message: null },
        reason: 'insufficient_funds',
        recovery: 'other_method',
        disclose: true,
      }),
    };
    const providers = { fifth: () => Promise.resolve(fifth) };
    const read = createNativeReader({ intent: 'pi_1', providers, onProblem: () => {} });
    expect(await read(relayed('fifth', { why: 'NO_MONEY' }))).toMatchObject({
      value: { status: 'pending', active_attempt: { failure: { reason: 'insufficient_funds' } } },
    });
  });
});
