import { describe, expect, it } from 'vitest';
import { Timers } from './clock.js';
import { Deliveries } from './deliveries.js';
import { ManualClock, settled } from './sandbox.fixture.js';
import type { Scenario } from './scenario.js';

function open(answer: () => Response | Error = () => new Response(null, { status: 204 })) {
  const clock = new ManualClock();
  const arrived: string[] = [];
  const timers = new Timers(clock);
  const deliveries = new Deliveries(timers, async (url, init) => {
    arrived.push(`${String(url)} ${String(init?.body)}`);
    const answered = answer();
    if (answered instanceof Error) throw answered;
    return answered;
  });
  const send = (body: string, scenario?: Scenario, isFirst?: boolean) =>
    deliveries.send({ url: 'http://shop.test', body, headers: {} }, scenario, isFirst);
  return { clock, timers, deliveries, arrived, send };
}

const MINUTES = 10 * 60_000;

describe('deliveries', () => {
  it('follow the answer that caused them, once where they are taken', async () => {
    const { clock, arrived, send } = open();
    send('a');
    await settled();
    expect(arrived).toEqual([]);
    await clock.advance(20);
    expect(arrived).toEqual(['http://shop.test a']);
    await clock.advance(MINUTES);
    expect(arrived).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['a failure', () => new Response(null, { status: 500 })],
    ['no connection', () => new TypeError('fetch failed')],
  ])('are tried five times after %s', async (_, answer) => {
    const { clock, arrived, send } = open(answer);
    send('a');
    const counts: number[] = [];
    for (const ms of [20, 1_000, 5_000, 25_000, 120_000, MINUTES]) {
      await clock.advance(ms);
      counts.push(arrived.length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 5]);
  });

  it.each<[Scenario['webhooks'], number]>([
    ['once', 1],
    ['twice', 2],
    ['never', 0],
  ])('come %s', async (webhooks, times) => {
    const { clock, arrived, send } = open();
    send('a', { ...(webhooks && { webhooks }) });
    await clock.advance(MINUTES);
    expect(arrived).toHaveLength(times);
  });

  it('come in reverse: the first one is overtaken by the next', async () => {
    const { clock, arrived, send } = open();
    send('first', { webhooks: 'reversed' }, true);
    send('last', { webhooks: 'reversed' });
    await clock.advance(MINUTES);
    expect(arrived).toEqual(['http://shop.test last', 'http://shop.test first']);
  });

  it('are silenced for everybody, and only for as long', async () => {
    const { clock, deliveries, arrived, send } = open();
    deliveries.muted = true;
    send('lost', { webhooks: 'twice' });
    deliveries.muted = false;
    send('heard');
    await clock.advance(MINUTES);
    expect(arrived).toEqual(['http://shop.test heard']);
  });

  it('stop when the sandbox is closed', async () => {
    const { clock, timers, arrived, send } = open();
    send('a');
    send('b', { webhooks: 'reversed' }, true);
    timers.close();
    send('c');
    await clock.advance(MINUTES);
    expect(arrived).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
