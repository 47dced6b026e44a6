import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AttemptRecord, IntentRecord } from '../intent-record.js';
import type { Log } from '../log.js';
import { randomToken } from '../secrets.js';
import type { Begun, IntentStore, KeyClaim, LoneCalls } from './intent-store.js';
import { openStore } from './open-store.js';
import { createPostgresStore, postgresClient } from './postgres.js';

type Begin = (found: IntentRecord, resumed: string | null) => Begun;
type Mock = ReturnType<typeof vi.fn<() => void>>;

const now = Date.parse('2026-01-01T00:00:00.123Z');
const newAttempt = (): AttemptRecord => ({
  id: randomToken(),
  status: 'processing',
  uncertain: true,
  method: { type: 'card', label: 'Visa •••• 4242' },
  isFallback: false,
  gateway: 'g',
  providerId: null,
  nonce: 'n',
  nextAction: { type: 'otp', length: 6 },
  failure: { code: { value: 'X', category: 'CUSTOMER_ERROR', message: null }, reason: 'generic_decline' },
  installments: { count: 3, amount: 1667, total: 4999 },
  plan: { id: 'alma_2_0_0', payments: [{ due_at: '2026-01-01T00:00:00Z', amount: 4999, fee: 0 }], total: 4999 },
  revision: 1_783_500_000,
  createdAt: now,
  sentAt: now + 1,
});
const newIntent = (): IntentRecord => ({
  id: randomToken(),
  version: 1,
  status: 'pending',
  secretHash: 'ab',
  amount: { value: 2 ** 52 + 1, currency: 'EUR', exponent: 2 },
  merchant: { name: 'Atelier Nord' },
  description: null,
  returnUrl: 'https://shop.example/',
  customer: { email: 'ada@shop.example', firstName: 'Ada', lastName: 'Lovelace' },
  metadata: { order: '1024' },
  order: { reference: '1024', shipments: [{ lines: [{ sku: 'lune', quantity: 2 }] }] },
  gateway: 'g',
  methods: [{ type: 'card', brands: ['visa'] }],
  removedCards: [],
  providerIntents: {},
  createdAt: now,
  expiresAt: now + 5,
  completedAt: now + 2,
  refunds: [{ amount: 1000, at: now + 3 }],
  chargeBacks: [{ amount: 500, at: now + 4 }],
  attempts: [],
});
const claimOf = (intentId: string, more: Partial<KeyClaim> = {}): KeyClaim => ({
  intentId,
  scope: `${intentId} attempts`,
  key: 'k',
  bodyHash: 'h',
  now,
  leaseUntil: now + 60_000,
  keepUntil: now + 86_400_000,
  ...more,
});

const postgres = process.env['FLORIN_TEST_POSTGRES'] ?? process.env['DATABASE_URL'];
const drivers: [name: string, databaseUrl: string | undefined][] = [
  ['PGlite', undefined],
  ...(postgres ? [['PostgreSQL', postgres] as [string, string]] : []),
];

describe.each(drivers)('the store in %s', (_, databaseUrl) => {
  let store: IntentStore;
  beforeAll(async () => void (store = await openStore({ databaseUrl })));
  afterAll(() => store.close());

  async function kept(attempts: AttemptRecord[] = []): Promise<IntentRecord> {
    const intent = newIntent();
    await store.insert(intent);
    if (attempts.length === 0) return intent;
    const changed = await store.change(intent.id, (found) => ({ ...found, attempts }));
    return changed ?? intent;
  }

  it('gives back what it was given', async () => {
    const attempt = newAttempt();
    const intent = await kept([attempt]);
    await store.recordProviderIntent(intent.id, 'g', `TRX_${intent.id}`);
    expect(await store.find(intent.id)).toEqual({
      ...newIntent(),
      id: intent.id,
      version: 2,
      providerIntents: { g: `TRX_${intent.id}` },
      attempts: [attempt],
    });
    expect(await store.findByProviderIntent('g', `TRX_${intent.id}`)).toBe(intent.id);
    expect(await store.findByProviderIntent('other', `TRX_${intent.id}`)).toBeNull();
    expect(await store.find('none')).toBeNull();
    expect(await store.change('none', (found) => found)).toBeNull();
  });

  it('an intent of before it was kept when it was paid, and what went back, loads, and learns it', async () => {
    const { completedAt, refunds, chargeBacks, ...older } = newIntent();
    // What a row has in the columns that were added to it.
    await store.insert(older);
    expect(await store.find(older.id)).toEqual(older);
    const learnt = { ...older, completedAt, refunds, chargeBacks } as IntentRecord;
    await store.change(older.id, () => learnt);
    expect(await store.find(older.id)).toEqual({ ...learnt, version: 2 });
  });

  it('no change, no version; what throws leaves no trace', async () => {
    const { id } = await kept();
    expect((await store.change(id, (found) => found))?.version).toBe(1);
    const broken = store.change(id, () => {
      throw new RangeError('no');
    });
    await expect(broken).rejects.toThrow(RangeError);
    expect((await store.find(id))?.version).toBe(1);
  });

  it('changes made at once all count', async () => {
    const { id } = await kept();
    const add = (found: IntentRecord) => ({
      ...found,
      attempts: [...found.attempts, { ...newAttempt(), status: 'failed' }],
    });
    await Promise.all(Array.from({ length: 10 }, () => store.change(id, add)));
    const found = await store.find(id);
    expect([found?.version, found?.attempts.length]).toEqual([11, 10]);
  });

  it('the database itself refuses a second live attempt', async () => {
    const { id } = await kept([newAttempt()]);
    const second = store.change(id, (found) => ({ ...found, attempts: [...found.attempts, newAttempt()] }));
    await expect(second).rejects.toMatchObject({ code: '23505' });
    expect((await store.find(id))?.attempts).toHaveLength(1);
  });

  it('an attempt can be withdrawn and another one take its place', async () => {
    const { id } = await kept([newAttempt()]);
    await store.change(id, (found) => ({ ...found, attempts: [] }));
    const [other] = (await store.change(id, (found) => ({ ...found, attempts: [newAttempt()] })))?.attempts ?? [];
    expect((await store.find(id))?.attempts).toEqual([other]);
  });

  it('a key is claimed once, then running, then answered', async () => {
    const intent = await kept();
    const claim = claimOf(intent.id);
    const begin = vi.fn<Begin>((found) => ({ intent: found, attemptId: 'pa_1' }));
    expect(await store.claim(claim, begin)).toMatchObject({ kind: 'claimed', attemptId: 'pa_1' });
    expect(await store.claim(claim, begin)).toEqual({ kind: 'running' });
    expect(await store.claim({ ...claim, bodyHash: 'other' }, begin)).toEqual({ kind: 'mismatch' });
    await store.settle(claim, { status: 201, body: '{}' });
    expect(await store.claim(claim, begin)).toEqual({ kind: 'answered', status: 201, body: '{}' });
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it('of ten claims at once one wins', async () => {
    const intent = await kept();
    const claims = Array.from({ length: 10 }, () =>
      store.claim(claimOf(intent.id), (found) => ({ intent: { ...found, attempts: [newAttempt()] }, attemptId: null })),
    );
    const kinds = (await Promise.all(claims)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'claimed')).toHaveLength(1);
    expect((await store.find(intent.id))?.version).toBe(2);
  });

  it('what begin refuses claims nothing', async () => {
    const intent = await kept();
    const refused = store.claim(claimOf(intent.id), () => {
      throw new RangeError('no');
    });
    await expect(refused).rejects.toThrow(RangeError);
    expect(await store.claim(claimOf(intent.id), (found) => ({ intent: found, attemptId: null }))).toMatchObject({
      kind: 'claimed',
    });
  });

  it('a crashed request is handed on with its attempt; a released key is new', async () => {
    const intent = await kept();
    const claim = claimOf(intent.id);
    const begin = vi.fn<Begin>((found, resumed) => ({
      intent: found,
      attemptId: resumed ?? 'pa_1',
    }));
    await store.claim(claim, begin);
    const second = { ...claim, now: claim.leaseUntil, leaseUntil: claim.leaseUntil + 1 };
    await store.claim(second, begin);
    await store.endLease({ ...second, now: claim.leaseUntil });
    const third = { ...second, leaseUntil: claim.leaseUntil + 2 };
    await store.claim(third, begin);
    await store.release(third);
    await store.claim(claim, begin);
    expect(begin.mock.calls.map(([, resumed]) => resumed)).toEqual([null, 'pa_1', 'pa_1', null]);
    await store.purgeKeys(claim.keepUntil + 1);
    expect(await store.claim({ ...claim, bodyHash: 'other' }, begin)).toMatchObject({ kind: 'claimed' });
  });

  it('who comes back after another has taken over ends nothing of that one', async () => {
    const intent = await kept();
    const claim = claimOf(intent.id);
    const begin: Begin = (found) => ({ intent: found, attemptId: null });
    await store.claim(claim, begin);
    const second = { ...claim, now: claim.leaseUntil, leaseUntil: claim.leaseUntil + 60_000 };
    await store.claim(second, begin);
    await store.settle(claim, { status: 201, body: '{}' });
    await store.release(claim);
    await store.endLease({ ...claim, now: second.now });
    expect(await store.claim(second, begin)).toEqual({ kind: 'running' });
  });

  it('a call that is to be alone is told of the others of its intent, until they are answered or withdrawn', async () => {
    const intent = await kept();
    const elsewhere = await kept();
    const told: LoneCalls[] = [];
    const alone = (isAlone: boolean): Parameters<IntentStore['claim']>[1] => {
      return async (found, _resumed, _cards, others) => {
        told.push(await others());
        return { intent: found, attemptId: null, isAlone };
      };
    };
    const claim = (key: string, more: Partial<KeyClaim> = {}) => claimOf(intent.id, { key, ...more });
    await store.claim(claim('one'), alone(true));
    await store.claim({ ...claimOf(elsewhere.id), key: 'one' }, alone(true));
    await store.claim(claim('two'), alone(false));
    await store.settle(claim('one'), { status: 200, body: '{}' });
    await store.claim(claim('three'), alone(true));
    await store.release(claim('three'));
    await store.claim(claim('four'), alone(true));
    // Only the same request may take over at once.
    await store.endLease({ ...claim('four'), now });
    await store.claim(claim('five'), alone(false));
    await store.claim(claim('six', { now: now + 60_000 }), alone(false));
    const [free, running, broken] = [
      { isOneRunning: false, hasOneBrokenOff: false },
      { isOneRunning: true, hasOneBrokenOff: false },
      { isOneRunning: false, hasOneBrokenOff: true },
    ];
    expect(told).toEqual([free, free, running, free, free, running, broken]);
  });

  it('one caller at a time has the turn to ask', async () => {
    const { id } = await kept();
    const turns = await Promise.all(Array.from({ length: 5 }, () => store.takeTurn(id, now, 2_000)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await store.takeTurn(id, now + 1_999, 2_000)).toBe(false);
    expect(await store.takeTurn(id, now + 2_000, 2_000)).toBe(true);
  });

  it('lists what is under way, states nobody lists included', async () => {
    const [one, two, three] = [
      await kept([newAttempt()]),
      await kept([{ ...newAttempt(), status: 'pondering' }]),
      await kept([{ ...newAttempt(), status: 'failed' }]),
    ];
    const live = await store.listLive();
    expect([one, two, three].map(({ id }) => live.includes(id))).toEqual([true, true, false]);
  });

  it('lists a newest failure of which nobody knows whether the money was taken', async () => {
    const unknown = { code: { value: 'X', category: 'GATEWAY_ERROR', message: null }, reason: 'unknown_outcome' };
    const undecided = { ...newAttempt(), status: 'failed', failure: unknown };
    const [one, two] = [
      await kept([undecided]),
      await kept([
        { ...undecided, id: randomToken() },
        { ...newAttempt(), status: 'failed' },
      ]),
    ];
    const live = await store.listLive();
    expect([one, two].map(({ id }) => live.includes(id))).toEqual([true, false]);
  });

  it('tells subscribers of a change, from this process or another one', async () => {
    const other = databaseUrl ? await openStore({ databaseUrl }) : store;
    const [{ id }, quiet] = [await kept(), await kept()];
    const [heard, unheard, gone] = Array.from({ length: 3 }, () => vi.fn<() => void>()) as [Mock, Mock, Mock];
    store.subscribe(id, heard);
    store.subscribe(quiet.id, unheard);
    store.subscribe(id, gone)();
    await other.change(id, (found) => ({ ...found, status: 'expired' }));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect([unheard, gone].map((listener) => listener.mock.calls.length)).toEqual([0, 0]);
    if (other !== store) await other.close();
  });
});

it.runIf(postgres)('many processes may migrate the same database at once', async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl: postgres })));
  await Promise.all(stores.map((store) => store.close()));
  expect(stores).toHaveLength(4);
});

it.runIf(postgres)('a lost listener comes back and tells everybody to look again', async () => {
  const log = vi.fn<Log>();
  const connectionString = postgres ?? '';
  const store = await createPostgresStore({ connectionString, log });
  const other = await postgresClient({ connectionString });
  const intent = newIntent();
  await store.insert(intent);
  const heard = vi.fn<() => void>();
  store.subscribe(intent.id, heard);
  await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 5_000 });
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ event: 'store_listener_lost' }));
  heard.mockClear();
  await store.change(intent.id, (found) => ({ ...found, status: 'expired' }));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  await Promise.all([store.close(), other.close()]);
});

it.runIf(postgres)('a connection that is lost in a transaction fails that transaction and nothing else', async () => {
  const log = vi.fn<Log>();
  const client = await postgresClient({ connectionString: postgres ?? '', log });
  const torn = client.transaction(async (sql) => {
    const [row] = await sql.query('SELECT pg_backend_pid() AS pid');
    await client.query('SELECT pg_terminate_backend($1)', [row?.['pid']]);
    await vi.waitFor(() => expect(log).toHaveBeenCalled());
    await sql.query('SELECT 1');
  });
  await expect(torn).rejects.toThrow('connection');
  expect(await client.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await client.close();
});
