import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { attemptOf, intentOf } from '../payment/intent.fixture.js';
import { Backend } from './backend.fixture.js';
import { ManualClock } from './clock.fixture.js';
import { createCheckout } from './create-checkout.js';
import { nativeIntent, relayed } from './relayed.fixture.js';

const { loaded, entered } = vi.hoisted(() => ({ loaded: vi.fn<() => void>(), entered: vi.fn<(id: string) => void>() }));

/** Writes down which rooms are entered. */
vi.mock(import('./provider-rooms.js'), async (original) => {
  const { providerRooms } = await original();
  const rooms = Object.entries(providerRooms).map(([id, enter]) => {
    const spied = () => {
      entered(id);
      return enter();
    };
    return [id, spied];
  });
  return { providerRooms: Object.fromEntries(rooms) as typeof providerRooms };
});

beforeEach(() => {
  loaded.mockClear();
  entered.mockClear();
  vi.resetModules();
  // Registered anew, it is called by the next import.
  vi.doMock(import('./native-payload.js'), async (original) => {
    loaded();
    return original();
  });
});

function setUp(backend: Backend) {
  const clock = new ManualClock();
  const checkout = createCheckout({
    endpoint: 'https://shop.example/api/checkout',
    intent: 'pi_1',
    clientSecret: 'secret-of-pi_1',
    fetch: backend.fetch,
    clock,
    random: () => 1,
  });
  onTestFinished(() => checkout.destroy());
  return { clock, checkout };
}

it('a backend that speaks the contract has nothing of the providers loaded', async () => {
  const backend = new Backend(intentOf());
  backend.streams = 'on';
  const { checkout } = setUp(backend);
  await checkout.load();
  await checkout.removeSavedCard('sc_1');
  backend.posts.push(intentOf({ version: 2, active_attempt: attemptOf() }));
  await checkout.submit({ type: 'qr' });
  await vi.waitFor(() => expect(backend.openStreams).toBe(1));
  const asking = attemptOf({ status: 'action_required', next_action: { type: 'otp' } });
  backend.sayIntent(intentOf({ version: 3, active_attempt: asking }));
  await vi.waitFor(() => expect(checkout.state.phase).toBe('action_required'));
  backend.posts.push(intentOf({ version: 4, active_attempt: asking }));
  await checkout.resend();
  // Neither a field that is nobody's business nor a broken answer is a reason.
  backend.reads.push(
    Response.json({ ...intentOf({ version: 5, active_attempt: asking }), provider: 'purse', payload: {} }),
  );
  await checkout.refresh();
  expect(checkout.state).toMatchObject({ intent: { version: 5 }, problem: null });
  backend.reads.push(Response.json({ ...intentOf(), server_time: 7, provider: 'purse' }), new Response('{"provider"'));
  await checkout.refresh();
  const violations = [{ pointer: '/server_time', code: 'expected_string' }];
  expect(checkout.state.problem).toMatchObject({ code: 'contract_broken', violations });
  await checkout.refresh();
  backend.intent = intentOf({ version: 6, status: 'completed' });
  await checkout.refresh();
  expect(checkout.state.phase).toBe('completed');
  expect(loaded).not.toHaveBeenCalled();
  expect(entered).not.toHaveBeenCalled();
});

it('a backend that relays its provider has that one room loaded', async () => {
  const { checkout } = setUp(new Backend(relayed('payment-intents', nativeIntent(null))));
  await checkout.load();
  await checkout.refresh();
  expect(checkout.state.phase).toBe('ready');
  expect(loaded).toHaveBeenCalledOnce();
  expect(entered.mock.calls).toEqual([['payment-intents']]);
});

it('code that cannot be fetched is a lost answer, and is fetched again', async () => {
  loaded.mockImplementationOnce(() => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const { clock, checkout } = setUp(new Backend(relayed('payment-intents', nativeIntent(null))));
  await checkout.load();
  expect(checkout.state).toMatchObject({ phase: 'loading', problem: { code: 'network' } });
  await clock.advance(1000);
  await vi.waitFor(() => expect(checkout.state.phase).toBe('ready'));
  expect(loaded).toHaveBeenCalledTimes(2);
});
