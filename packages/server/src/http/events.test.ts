import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openCheckout, openTestStore } from '../checkout.fixture.js';
import { attempt, completed } from '../scripted-gateway.fixture.js';
import type { IntentStore } from '../store/intent-store.js';

let store: IntentStore;
beforeAll(async () => void (store = await openTestStore()));
afterAll(() => store.close());

type Checkout = Awaited<ReturnType<typeof openCheckout>>;

async function open({ server, url, clientSecret }: Checkout, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const request = new Request(`${url}/events`, {
    headers: { Authorization: `Bearer ${clientSecret}`, ...headers },
    signal: stop.signal,
  });
  const response = await server.fetch(request);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended before ${pattern}: ${text}`);
      text += value;
    }
    return text;
  };
  const rest = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value;
    return text;
  };
  return {
    response,
    reader,
    until,
    rest,
    stop,
    ids: () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)),
  };
}

it('a snapshot at once, then every change, and the end with a final status', async () => {
  const checkout = await openCheckout(store);
  checkout.gateway.starting = attempt();
  const stream = await open(checkout);
  expect(stream.response.headers.get('Content-Type')).toBe('text/event-stream');
  await stream.until(/event: intent\nid: 1\ndata: \{.*"status":"pending".*\}\n\n/);
  await checkout.pay();
  await stream.until(/"status":"processing"/);
  checkout.gateway.reading = completed();
  checkout.clock.advance(2_000);
  expect(await stream.rest()).toMatch(/"status":"completed".*\n\n$/);
  const ids = stream.ids();
  expect(ids.every((id, index) => index === 0 || id > ids[index - 1]!)).toBe(true);
});

it('no snapshot for one who has it; a heartbeat while nothing happens', async () => {
  const checkout = await openCheckout(store);
  const stream = await open(checkout, { 'Last-Event-ID': '1' });
  await stream.until(/^: florin\n\n/);
  checkout.clock.advance(15_000);
  await stream.until(/: still here\n\n$/);
  checkout.clock.advance(15_000);
  expect(await stream.until(/(: still here\n\n){2}$/)).not.toContain('event:');
  stream.stop.abort();
});

it('an expiry shows in the stream and ends it', async () => {
  const checkout = await openCheckout(store, { heartbeatInterval: 7_200_000 });
  const stream = await open(checkout);
  await stream.until(/id: 1\n/);
  await vi.waitFor(() => expect(checkout.clock.pending).toBeGreaterThan(2));
  checkout.clock.advance(3_600_000);
  expect(await stream.rest()).toMatch(/"status":"expired"/);
});

it.each(['abort', 'cancel', 'close'] as const)('after %s nothing is left behind', async (how) => {
  const checkout = await openCheckout(store);
  const before = checkout.clock.pending;
  const stream = await open(checkout);
  await stream.until(/id: 1\n/);
  if (how === 'abort') stream.stop.abort();
  else if (how === 'cancel') await stream.reader.cancel();
  else await checkout.server.close();
  await vi.waitFor(() => expect(checkout.clock.pending).toBeLessThanOrEqual(before));
});

it('who has gone before the stream opens leaves nothing behind', async () => {
  const checkout = await openCheckout(store);
  const before = checkout.clock.pending;
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${checkout.clientSecret}` };
  const opening = checkout.server.fetch(new Request(`${checkout.url}/events`, { headers, signal: stop.signal }));
  stop.abort();
  await opening;
  await vi.waitFor(() => expect(checkout.clock.pending).toBeLessThanOrEqual(before));
});

it('every stream of an intent is told, and no other', async () => {
  const checkout = await openCheckout(store);
  const [one, two, other] = [await open(checkout), await open(checkout), await open(await openCheckout(store))];
  await other.until(/id: 1\n/);
  await checkout.pay();
  expect(await one.rest()).toContain('"status":"completed"');
  expect(await two.rest()).toContain('"status":"completed"');
  expect(other.ids()).toEqual([1]);
  other.stop.abort();
});

it('a provider is asked the more rarely the longer nothing changes, and often again once something has', async () => {
  const checkout = await openCheckout(store, { pollInterval: 3_000 });
  const { clock, gateway, pay, get } = checkout;
  gateway.starting = gateway.reading = attempt({ status: 'action_required', next_action: { type: 'approval' } });
  await pay();
  const stream = await open(checkout);
  await stream.until(/"approval"/);
  const planned = vi.spyOn(clock, 'after');
  const isPlanned = (delay: number) => expect(planned.mock.calls.map(([after]) => after)).toContain(delay);
  clock.advance(600_000);
  await vi.waitFor(() => isPlanned(75_000), 10_000);
  planned.mockClear();
  // Somebody woke up: the read of their page is the provider's too, and what it brings is news.
  gateway.reading = attempt();
  clock.advance(3_000);
  await get();
  await stream.until(/"processing"/);
  isPlanned(3_000);
  stream.stop.abort();
});
