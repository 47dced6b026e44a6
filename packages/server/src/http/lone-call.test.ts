import type { Reading } from '@florin/providers';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from '../checkout.fixture.js';
import { GatewayError, type Gateway, type WriteRequest } from '../gateway.js';
import { ManualClock } from '../manual-clock.fixture.js';
import { attempt, declined } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

const LEASE = 60_000;
/** ms that a busy machine is given. */
const PATIENCE = 10_000;
const sdk = attempt({ status: 'action_required', next_action: { type: 'sdk', name: 'wallet', params: {} } });
const otp = (attempts_left: number) =>
  attempt({
    status: 'action_required',
    next_action: { type: 'otp', attempts_left, resend_at: '2026-01-01T00:00:00Z' },
  });

function later() {
  let answer: (reading: Reading | Promise<never>) => void = () => {};
  return { reading: new Promise<Reading>((resolve) => void (answer = resolve)), answer: answer as typeof answer };
}

/** A checkout whose first answer is on its way to the provider. */
async function answering(asked: Reading, body: object = { otp: '1' }) {
  const checkout = await openCheckout(store, { keyLease: LEASE });
  const { gateway, pay, act } = checkout;
  gateway.starting = gateway.reading = asked;
  await pay();
  const { reading, answer } = later();
  gateway.confirming = reading;
  const first = act('confirm', body, 'one');
  await vi.waitFor(() => expect(gateway.count('confirm')).toBe(1), PATIENCE);
  return { ...checkout, first, answer };
}

const inProgress = { status: 409, body: { code: 'idempotency_in_progress' } };

describe('while an answer is on its way', () => {
  it.each([
    ['data of a plug-in', sdk, { data: { token: 1 } }, { data: { token: 2 } }],
    ['a code', otp(3), { otp: '1' }, { otp: '2' }],
    ['the same code', otp(3), { otp: '1' }, { otp: '1' }],
  ])('%s of another tab waits, and is not expected any more when the first was right', async (_, asked, one, two) => {
    const { act, gateway, first, answer } = await answering(asked, one);
    const second = await act('confirm', two, 'two');
    expect(second).toMatchObject(inProgress);
    expect(second.headers.get('Retry-After')).toBe('1');
    gateway.reading = attempt();
    answer(attempt());
    await first;
    expect((await act('confirm', two, 'two')).body.code).toBe('action_not_expected');
    expect(gateway.count('confirm')).toBe(1);
  });

  it('another code waits, and is checked when the first was wrong', async () => {
    const { act, gateway, first, answer } = await answering(otp(3));
    expect(await act('confirm', { otp: '2' }, 'two')).toMatchObject(inProgress);
    answer(otp(2));
    await first;
    gateway.confirming = attempt();
    expect((await act('confirm', { otp: '2' }, 'two')).status).toBe(200);
    expect(gateway.count('confirm')).toBe(2);
  });

  it.each(['cancel', 'resend'])('a %s waits, and is carried out then', async (action) => {
    const { act, gateway, first, answer } = await answering(otp(3));
    gateway.resending = otp(3);
    expect(await act(action, {}, 'two')).toMatchObject(inProgress);
    expect(gateway.count(action)).toBe(0);
    answer(otp(2));
    await first;
    expect((await act(action, {}, 'two')).status).toBe(200);
    expect(gateway.count(action)).toBe(1);
  });

  it('the end of a challenge is heard: it is only a reason to read', async () => {
    const { act } = await answering(otp(3));
    expect((await act('confirm', { three_ds_challenge: 'done' })).status).toBe(200);
  });

  it('no other attempt starts, though the provider says that this one has failed', async () => {
    const { pay, get, gateway, clock, first, answer } = await answering(otp(3));
    expect((await pay('two')).body.code).toBe('attempt_in_progress');
    gateway.reading = declined('EXPIRED');
    await vi.waitFor(async () => {
      clock.advance(2_000);
      expect((await get()).body.active_attempt?.status).toBe('failed');
    }, PATIENCE);
    expect(await pay('two')).toMatchObject(inProgress);
    answer(declined('EXPIRED'));
    await first;
    gateway.starting = attempt({ id: 'att_2' });
    expect((await pay('two')).status).toBe(201);
  });
});

it.each(['cancel', 'resend'])('while a %s is on its way, an answer waits', async (action) => {
  const { gateway, pay, act } = await openCheckout(store);
  gateway.starting = gateway.reading = otp(3);
  await pay();
  const { reading, answer } = later();
  gateway.cancelling = gateway.resending = reading;
  const first = act(action);
  await vi.waitFor(() => expect(gateway.count(action)).toBe(1), PATIENCE);
  expect(await act('confirm', { otp: '1' }, 'one')).toMatchObject(inProgress);
  answer(otp(3));
  await first;
  expect((await act('confirm', { otp: '1' }, 'one')).status).toBe(200);
});

describe('an answer that broke off', () => {
  it('is waited for no longer than its lease, and the provider is asked before another one is sent', async () => {
    const { act, gateway, clock } = await answering(otp(3));
    clock.advance(LEASE - 1);
    expect(await act('confirm', { otp: '2' }, 'two')).toMatchObject(inProgress);
    clock.advance(1);
    gateway.reading = new GatewayError('unknown', 'timeout');
    expect(await act('confirm', { otp: '2' }, 'two')).toMatchObject({ body: { code: 'provider_unavailable' } });
    gateway.reading = attempt();
    expect((await act('confirm', { otp: '2' }, 'two')).body.code).toBe('action_not_expected');
    expect(gateway.count('confirm')).toBe(1);
  });

  it('is not sent again by itself when the provider has heard it; when it cannot be read, nobody knows', async () => {
    for (const [reading, uncertain] of [
      [attempt(), false],
      [new GatewayError('unknown', 'timeout'), true],
    ] as const) {
      const { act, gateway, clock } = await answering(otp(3));
      clock.advance(LEASE);
      gateway.reading = reading;
      expect(await act('confirm', { otp: '1' }, 'one')).toMatchObject({
        status: 200,
        body: { active_attempt: { uncertain } },
      });
      expect(gateway.count('confirm')).toBe(1);
    }
  });

  it('is not sent once its lease is over: whoever was only slow comes too late', async () => {
    const clock = new ManualClock();
    const slow: IntentStore = {
      ...store,
      claim: async (...claimed) => {
        const result = await store.claim(...claimed);
        if (claimed[0].scope.endsWith('/confirm')) clock.advance(LEASE);
        return result;
      },
    };
    const { gateway, pay, act } = await openCheckout(slow, { keyLease: LEASE, clock });
    gateway.starting = gateway.reading = otp(3);
    await pay();
    expect((await act('confirm', { otp: '1' })).body.active_attempt).toMatchObject({ status: 'action_required' });
    expect(gateway.count('confirm')).toBe(0);
  });

  it('is sent again by itself, with its own key, when the provider still asks', async () => {
    const { act, gateway, clock } = await answering(otp(3));
    clock.advance(LEASE);
    gateway.confirming = attempt();
    expect((await act('confirm', { otp: '1' }, 'one')).body.active_attempt?.status).toBe('processing');
    const keys = gateway.calls.flatMap(({ call, request }) =>
      call === 'confirm' ? (request as WriteRequest).idempotencyKey : [],
    );
    expect(keys).toEqual([keys[0], keys[0]]);
  });
});

/** A provider that asks for a code until one is right, and notes whatever should never reach it. */
class Provider implements Pick<Gateway, 'start' | 'confirm' | 'read' | 'cancel'> {
  asks = true;
  wrong = 0;
  readonly faults: string[] = [];
  readonly #known = new Set<string>();
  #open: { key: string; settle: (reading: Reading | Promise<never>) => void } | null = null;
  /** Ends when the next code comes. */
  heard = later();

  get isHearing(): boolean {
    return this.#open !== null;
  }

  start = async () => this.#state();
  read = async () => this.#state();
  cancel = async () => {
    if (this.#open) this.faults.push('cancelled beside an answer');
    return this.#state();
  };

  confirm = ({ idempotencyKey: key }: WriteRequest): Promise<Reading> => {
    if (this.#open && this.#open.key !== key) this.faults.push('two answers at once');
    if (this.#known.has(key)) return Promise.resolve(this.#state());
    if (!this.asks) this.faults.push('an answer to nothing');
    const { reading, answer } = later();
    this.#open = { key, settle: answer };
    this.heard.answer(this.#state());
    this.heard = later();
    return reading;
  };

  /** What becomes of the code that came. `lost`: whoever sent it never hears. */
  end(became: 'right' | 'wrong' | 'unsent', reaches: 'answered' | 'lost' | 'crashed'): void {
    const { key, settle } = this.#open ?? { key: '', settle: () => {} };
    this.#open = null;
    if (became === 'right') this.asks = false;
    if (became === 'wrong') this.wrong += 1;
    if (became !== 'unsent') this.#known.add(key);
    if (reaches === 'answered' && became !== 'unsent') settle(this.#state());
    else if (reaches !== 'crashed')
      settle(Promise.reject(new GatewayError(became === 'unsent' ? 'not_sent' : 'unknown', 'connection_lost')));
  }

  #state(): Reading {
    return this.asks ? otp(100 - this.wrong) : attempt();
  }
}

it('whoever answers, crashes, is slow or comes late: of each question the provider hears one answer', async () => {
  const key = fc.constantFrom('one', 'two');
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('confirm' as const), key, stalls: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), key, stalls: fc.constant(false) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('end' as const),
        became: fc.constantFrom('right' as const, 'wrong' as const, 'unsent' as const),
        reaches: fc.constantFrom('answered' as const, 'lost' as const, 'crashed' as const),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ kind: 'wake' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'wait' as const }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const provider = new Provider();
      /** Requests that hold their key and have not gone on yet. */
      const stalled: { wake: () => void; answered: Promise<unknown> }[] = [];
      let onStall: (() => void) | null = null;
      let gate = Promise.resolve();
      const slow: IntentStore = {
        ...store,
        claim: async (...claimed) => {
          const [own, told] = [gate, onStall];
          gate = Promise.resolve();
          onStall = null;
          const result = await store.claim(...claimed);
          told?.();
          await own;
          return result;
        },
      };
      const { pay, act, clock } = await openCheckout(slow, {
        keyLease: LEASE,
        gateways: { scripted: provider },
      });
      await pay();
      /** Whoever sent what the provider hears. */
      let sender: Promise<unknown> | undefined;

      for (const each of steps) {
        if (each.kind === 'end' && provider.isHearing) {
          provider.end(each.became, each.reaches);
          // Whoever hears of it is done before anything else happens.
          if (each.reaches !== 'crashed') await sender;
          // A call to a provider is given up long before.
        } else if (each.kind === 'wait' && !provider.isHearing) clock.advance(LEASE);
        else if (each.kind === 'wake') {
          const next = stalled.shift();
          next?.wake();
          const heard = provider.heard.reading.then(() => void (sender = next?.answered));
          await Promise.race([next?.answered, heard]);
        } else if (each.kind === 'confirm' || each.kind === 'cancel') {
          let wake = () => {};
          const isStalled = new Promise<void>((resolve) => {
            if (!each.stalls) return;
            gate = new Promise((go) => void (wake = go));
            onStall = resolve;
          });
          const heard = provider.heard.reading;
          const answered = act(each.kind, each.kind === 'cancel' ? {} : { otp: each.key }, each.key);
          await Promise.race([answered, heard.then(() => void (sender = answered)), isStalled]);
          if (each.stalls) stalled.push({ wake, answered });
        }
      }
      expect(provider.faults).toEqual([]);
      // Nobody is kept waiting for ever.
      if (provider.isHearing) provider.end('wrong', 'crashed');
      clock.advance(LEASE);
      const [last, heard] = [act('confirm', { otp: 'last' }), provider.heard.reading];
      await Promise.race([last, heard]);
      expect(provider.isHearing).toBe(provider.asks);
    }),
    { numRuns: 15 },
  );
}, 60_000);
