import type { Intent } from '@florin/contract';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ProviderId } from './providers.js';
import { openWorld, type Payment, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.leave());
afterAll(() => world.close());

/** What this intent is called where it was paid. */
async function nativeIdOf({ intent }: Payment): Promise<string> {
  const { attempts } = await world.merchantSees(intent);
  const { providerIntentId, providerAttemptId } = attempts[0] ?? {};
  return providerIntentId ?? providerAttemptId ?? '';
}

/** What the page is told. */
async function seen({ checkout }: Payment): Promise<Intent | null> {
  await checkout.refresh();
  return checkout.state.intent;
}

const amounts = (lines: Intent['refunds']) => lines?.map(({ amount }) => amount);

/** Half of what is left, twice, and then all that is left. What fractions of a cent become is each provider's own matter. */
const providers: [ProviderId, number[], number[] | undefined][] = [
  ['payment-intents', [2500, 1250], undefined],
  ['payments-trust', [2500, 1250], [1249]],
  ['milky-pay', [2500, 1250], [1249]],
  ['purse', [2499, 1250], [1250]],
];

it.each(providers)(
  '%s: two refunds in part and a charge-back are lines with their amounts',
  async (provider, ...lines) => {
    const [refunds, chargeBacks] = lines;
    const payment = await world.open(provider);
    await payment.pay();
    const { intent: paid } = await payment.until(({ phase }) => phase === 'completed');
    expect(paid?.completed_at).toEqual(expect.any(String));
    const id = await nativeIdOf(payment);

    for (const [index] of refunds.entries()) {
      await world.control(`payments/${id}/refund`, { part: true });
      await expect.poll(async () => amounts((await seen(payment))?.refunds)).toEqual(refunds.slice(0, index + 1));
    }
    expect(await seen(payment)).toMatchObject({ status: 'partially_refunded' });
    const dated = (await seen(payment))?.refunds;

    await world.control(`payments/${id}/${chargeBacks ? 'charge-back' : 'refund'}`, {});
    const status = chargeBacks ? 'partially_charged_back' : 'refunded';
    await expect.poll(async () => (await seen(payment))?.status).toBe(status);
    const last = await seen(payment);
    expect(amounts(last?.charge_backs)).toEqual(chargeBacks);
    expect(last?.refunds?.slice(0, 2)).toEqual(dated);
    const back = [...(last?.refunds ?? []), ...(last?.charge_backs ?? [])];
    expect(back.reduce((sum, { amount }) => sum + amount, 0)).toBe(4999);
    const times = back.map(({ at }) => Date.parse(at));
    expect(times.every((time, index) => time >= (times[index - 1] ?? 0))).toBe(true);
    expect(await world.server.snapshot(payment.intent)).toMatchObject({ status, refunds: last?.refunds });
  },
);

it('refunds of which no webhook came are learnt when somebody looks', async () => {
  const quiet = await openWorld({ paidPollInterval: 0 });
  try {
    const payment = await quiet.open('payment-intents');
    await payment.pay();
    await payment.until(({ phase }) => phase === 'completed');
    await quiet.control('webhooks', { muted: true });
    const { attempts } = await quiet.merchantSees(payment.intent);
    await quiet.control(`payments/${attempts[0]?.providerIntentId}/refund`, { part: true });
    expect(await quiet.merchantSees(payment.intent)).toMatchObject({
      status: 'partially_refunded',
      refunds: [{ amount: 2500 }],
    });
  } finally {
    await quiet.close();
  }
});
