import type { Reading } from '@florin/providers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { CardKeeper } from './card-keeper.js';
import { openCheckout, openTestStore } from './checkout.fixture.js';
import { GatewayError } from './gateway.js';
import type { AttemptRecord } from './intent-record.js';
import type { LogEntry } from './log.js';
import { ProviderReader } from './provider-reader.js';
import { attempt, completed, declined } from './scripted-gateway.fixture.js';
import type { ServerContext } from './server-context.js';
import type { IntentStore } from './store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

async function openReader() {
  const checkout = await openCheckout(store);
  checkout.gateway.starting = attempt();
  await checkout.pay();
  const { clock, gateway, log } = checkout;
  const context = {
    unreadable: new Map(),
    store,
    clock,
    gateways: new Map([['scripted', gateway]]),
    log: (entry: LogEntry) => log.push(entry),
    keeper: { keepCardOf: () => {} } as Partial<CardKeeper> as CardKeeper,
  };
  return {
    ...checkout,
    reader: new ProviderReader({ ...context, unreceivedAfter: 1_000 } as Partial<ServerContext> as ServerContext),
  };
}

/** A provider's answer that comes when the test says so. */
function later() {
  let answer: (reading: Reading) => void = () => {};
  return {
    reading: new Promise<Reading>((resolve) => void (answer = resolve)),
    answer: (reading: Reading) => answer(reading),
  };
}

it('however many ask while a question is under way, it is asked once more', async () => {
  const { reader, gateway, id } = await openReader();
  const { reading, answer } = later();
  gateway.reading = reading;
  const first = reader.readNow(id);
  await vi.waitFor(() => expect(gateway.count('read')).toBe(1));
  const others = Array.from({ length: 5 }, () => reader.readNow(id));
  gateway.reading = completed();
  answer(attempt());
  expect((await first)?.status).toBe('pending');
  expect((await Promise.all(others)).map((intent) => intent?.status)).toEqual(Array(5).fill('completed'));
  expect(gateway.count('read')).toBe(2);
});

it('an answer that is older than what is known changes nothing, unless it is final', async () => {
  for (const [late, status] of [
    [attempt({ status: 'processing' }), 'action_required'],
    [completed(), 'completed'],
  ] as const) {
    const { reader, gateway, id } = await openReader();
    const { reading, answer } = later();
    gateway.reading = reading;
    const asked = reader.readNow(id);
    await vi.waitFor(() => expect(gateway.count('read')).toBe(1));
    await store.change(id, (intent) => ({
      ...intent,
      attempts: intent.attempts.map((each) => ({ ...each, status: 'action_required' })),
    }));
    answer(late);
    expect((await asked)?.attempts[0]?.status).toBe(status);
  }
});

it('an unreadable answer is no information', async () => {
  const { reader, gateway, id } = await openReader();
  const violations = [{ pointer: '/status', code: 'required' }];
  gateway.reading = { ...attempt({ uncertain: true }), violations };
  await expect(reader.readNow(id)).rejects.toBeInstanceOf(GatewayError);
  expect((await store.find(id))?.attempts[0]?.uncertain).toBe(false);
});

const withoutFailure = (record: AttemptRecord): AttemptRecord => ({ ...record, failure: null });

it('asks about the newest attempt: an earlier one that is undecided cannot be', async () => {
  const { reader, gateway, pay, id } = await openReader();
  expect((await pay()).body.code).toBe('attempt_in_progress');
  gateway.reading = declined('UNKNOWN_OUTCOME');
  await reader.readNow(id);
  expect((await pay()).body.code).toBe('attempt_in_progress');
  await store.change(id, (intent) => ({ ...intent, attempts: intent.attempts.map(withoutFailure) }));
  gateway.starting = attempt({ id: 'att_2' });
  expect((await pay()).status).toBe(201);
  gateway.calls.length = 0;
  gateway.reading = attempt({ id: 'att_2' });
  const intent = await reader.readNow(id);
  expect(gateway.calls.map(({ request }) => request)).toMatchObject([{ attempt: { id: intent?.attempts[1]?.id } }]);
});

it('beside one that the provider made and was paid by itself, asks about the one that is undecided', async () => {
  const { reader, gateway, id } = await openReader();
  const made = { id: `pa_made_${id}`, status: 'completed', providerId: 'att_9' };
  const kept = await store.change(id, (intent) => ({
    ...intent,
    status: 'completed',
    attempts: intent.attempts.flatMap((own) => [own, { ...own, ...made }]),
  }));
  gateway.reading = declined('EXPIRED');
  expect((await reader.readNow(id))?.attempts.map(({ status }) => status)).toEqual(['failed', 'completed']);
  expect(gateway.calls.at(-1)?.request).toMatchObject({ attempt: { id: kept?.attempts[0]?.id } });
});
