import type { PlanLimit, PlanOffer } from '@florin/contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inFour, inTwo } from './financing-plan.fixture.js';
import { GatewayError, type OfferRequest } from './gateway.js';
import type { LogEntry } from './log.js';
import { ManualClock } from './manual-clock.fixture.js';
import { PlanOffers, type PlansQuery } from './plan-offers.js';
import { ScriptedGateway } from './scripted-gateway.fixture.js';

const amount = { value: 4999, currency: 'EUR', exponent: 2 };
const query: PlansQuery = { gateway: 'alma', amount };
const inTen: PlanLimit = { id: 'alma_10_0_0', count: 10, minimum: 30_000, maximum: 300_000 };
const MINUTE = 60_000;

let clock: ManualClock;
let log: LogEntry[];
let offerPlans: ReturnType<typeof vi.fn<(request: OfferRequest) => Promise<PlanOffer[]>>>;
let offers: PlanOffers;

beforeEach(() => {
  clock = new ManualClock();
  log = [];
  offerPlans = vi.fn<(request: OfferRequest) => Promise<PlanOffer[]>>(async () => [inTwo, inFour, inTen]);
  const alma = Object.assign(new ScriptedGateway(), { offerPlans });
  const gateways = new Map([
    ['alma', alma],
    ['other', Object.assign(new ScriptedGateway(), { offerPlans })],
    ['cards', new ScriptedGateway()],
  ]);
  offers = new PlanOffers({ gateways, clock, log: (entry) => void log.push(entry) });
});

describe('what is said of a purchase', () => {
  it('is what the provider says, in its order', async () => {
    expect(await offers.of({ ...query, country: 'FR' })).toEqual([inTwo, inFour, inTen]);
    expect(offerPlans.mock.calls).toEqual([[{ amount, country: 'FR' }]]);
    expect(log).toEqual([]);
  });

  it.each<[string, PlanOffer]>([
    ['a plan whose total is not its payments', { ...inFour, total: 4999 }],
    ['a plan of another purchase', { ...inTwo, payments: inTwo.payments.slice(1), total: 2499 }],
    ['a limit that does not keep this amount out', { ...inTen, minimum: 4999 }],
    ['a limit that says none', { id: 'alma_10_0_0', count: 10 }],
    ['what is no offer', { id: 'alma_10_0_0' } as PlanLimit],
  ])('is not %s', async (_, lie) => {
    offerPlans.mockResolvedValue([inTwo, lie]);
    expect(await offers.of(query)).toEqual([inTwo]);
    expect(log).toEqual([{ level: 'error', event: 'plan_unreadable', gateway: 'alma' }]);
  });

  it('may be that it is too large', async () => {
    const upTo: PlanLimit = { id: 'alma_2_0_0', count: 2, maximum: 4998 };
    offerPlans.mockResolvedValue([upTo]);
    expect(await offers.of(query)).toEqual([upTo]);
  });

  it.each<[string, PlansQuery]>([
    ['gateway', { ...query, gateway: 'cards' }],
    ['gateway', { ...query, gateway: 'nobody' }],
    ['amount', { ...query, amount: { ...amount, value: 49.99 } }],
    ['country', { ...query, country: 'France' }],
  ])('is a mistake of the merchant’s: %s', async (option, mistaken) => {
    await expect(offers.of(mistaken)).rejects.toMatchObject({ code: 'option_invalid', option });
    expect(offerPlans).not.toHaveBeenCalled();
  });
});

describe('the provider is asked', () => {
  const asked = () => offerPlans.mock.calls.length;

  it('once in five minutes about the same purchase', async () => {
    await offers.of(query);
    clock.advance(5 * MINUTE - 1);
    expect(await offers.of(query)).toHaveLength(3);
    expect(asked()).toBe(1);
    clock.advance(1);
    await offers.of(query);
    expect(asked()).toBe(2);
  });

  it.each<[string, PlansQuery]>([
    ['amount', { ...query, amount: { ...amount, value: 9998 } }],
    ['currency', { ...query, amount: { ...amount, currency: 'USD' } }],
    ['number of fraction digits', { ...query, amount: { ...amount, exponent: 3 } }],
    ['country', { ...query, country: 'BE' }],
    ['gateway', { ...query, gateway: 'other' }],
  ])('apart about another %s', async (_, another) => {
    await offers.of(query);
    offerPlans.mockResolvedValue([]);
    expect(await offers.of(another)).toEqual([]);
    expect(await offers.of(query)).toHaveLength(3);
    expect(asked()).toBe(2);
  });

  it.each([
    ['in London', '23:59:00Z'],
    ['in Kolkata', '18:29:00Z'],
    ['in Kathmandu', '18:14:00Z'],
  ])('again after midnight, wherever it is: %s', async (_, time) => {
    clock.advance(Date.parse(`2026-01-01T${time}`) - clock.now());
    await offers.of(query);
    clock.advance(MINUTE - 1);
    await offers.of(query);
    expect(asked()).toBe(1);
    clock.advance(1);
    await offers.of(query);
    expect(asked()).toBe(2);
  });

  it('once by all who look at the same time', async () => {
    let answer: (offers: PlanOffer[]) => void = () => {};
    offerPlans.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const looking = Promise.all(Array.from({ length: 50 }, () => offers.of(query)));
    await vi.waitFor(() => expect(asked()).toBe(1));
    answer([inTwo]);
    const seen = await looking;
    expect(seen).toEqual(Array.from({ length: 50 }, () => [inTwo]));
    // Whoever sorts theirs sorts nobody else's.
    seen[0]?.pop();
    expect(seen[1]).toEqual([inTwo]);
    expect(await offers.of(query)).toEqual([inTwo]);
    expect(asked()).toBe(1);
  });

  it('about any number of purchases, and the oldest answers are forgotten', async () => {
    offerPlans.mockResolvedValue([]);
    const of = (value: number) => offers.of({ ...query, amount: { ...amount, value } });
    for (let value = 1; value <= 1001; value += 1) await of(value);
    await of(1001);
    await of(2);
    expect(asked()).toBe(1001);
    await of(1);
    expect(asked()).toBe(1002);
  });
});

describe('a provider that', () => {
  it('is down: there are no plans, it is said, and it is left alone for half a minute', async () => {
    offerPlans.mockRejectedValue(new GatewayError('unknown', 'http_503'));
    expect(await offers.of(query)).toEqual([]);
    const another = { ...query, amount: { ...amount, value: 9998 } };
    expect(await offers.of(another)).toEqual([]);
    expect(offerPlans).toHaveBeenCalledTimes(1);
    const entry = { level: 'warn', event: 'plans_not_listed', gateway: 'alma', outcome: 'unknown', code: 'http_503' };
    expect(log).toEqual([expect.objectContaining(entry)]);
    offerPlans.mockResolvedValue([inTwo]);
    expect(await offers.of({ ...query, gateway: 'other' })).toEqual([inTwo]);
    clock.advance(30_000);
    expect(await offers.of(query)).toEqual([inTwo]);
  });

  it('is down: what it said lately is still known', async () => {
    await offers.of(query);
    offerPlans.mockRejectedValue(new GatewayError('not_sent', 'unreachable'));
    await offers.of({ ...query, country: 'BE' });
    expect(await offers.of(query)).toHaveLength(3);
  });

  it('refuses one question is asked the others', async () => {
    offerPlans.mockRejectedValueOnce(new GatewayError('refused', 'http_400'));
    const there = { ...query, country: 'XX' };
    expect(await offers.of(there)).toEqual([]);
    expect(await offers.of(there)).toEqual([]);
    expect(offerPlans).toHaveBeenCalledTimes(1);
    expect(await offers.of(query)).toHaveLength(3);
    clock.advance(30_000);
    expect(await offers.of(there)).toHaveLength(3);
  });

  it.each<[string, () => Promise<PlanOffer[]>]>([
    ['answers nonsense', async () => 'soon' as unknown as PlanOffer[]],
    [
      'throws before it asks',
      () => {
        throw new TypeError('no');
      },
    ],
  ])('%s', async (_, answer) => {
    offerPlans.mockImplementation(answer);
    expect(await offers.of(query)).toEqual([]);
    expect(log).toEqual([expect.objectContaining({ event: 'plans_not_listed', code: 'thrown' })]);
  });

  it('takes long is not waited for; what comes late is there for the next page', async () => {
    let answer: (offers: PlanOffer[]) => void = () => {};
    offerPlans.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const looking = Promise.all([offers.of(query), offers.of(query)]);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    clock.advance(1_500);
    expect(await looking).toEqual([[], []]);
    expect(log).toEqual([expect.objectContaining({ event: 'plans_not_listed', code: 'timeout' })]);
    expect(await offers.of(query)).toEqual([]);
    answer([inTwo]);
    await vi.waitFor(async () => expect(await offers.of(query)).toEqual([inTwo]));
    offerPlans.mockResolvedValue([]);
    await offers.of({ ...query, country: 'BE' });
    expect(offerPlans).toHaveBeenCalledTimes(2);
    expect(clock.pending).toBe(0);
  });

  it('answers after it was given up, and then fails, is not heard', async () => {
    let fail: (error: Error) => void = () => {};
    offerPlans.mockReturnValue(new Promise((_, reject) => (fail = reject)));
    const looking = offers.of(query);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    clock.advance(1_500);
    expect(await looking).toEqual([]);
    fail(new GatewayError('unknown', 'http_503'));
    await Promise.resolve();
    expect(log).toHaveLength(1);
  });
});
