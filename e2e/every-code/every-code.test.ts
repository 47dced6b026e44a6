import { explainFailure, reasons } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import { loadMessages, type Messages } from '@florin/locale';
import { partnerStatuses } from '@florin/providers/purse';
import type { Scenario } from '@florin/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms, type ProviderId } from './providers.js';
import { bodiesIn, masked, openWorld, type Payment, type World } from './world.js';

let world: World;
let catalogues: Messages[];

beforeAll(async () => {
  world = await openWorld();
  catalogues = await Promise.all(['en', 'fr', 'ar'].map((locale) => loadMessages(locale)));
});
afterAll(() => world.close());

/** ms. The answer to "pay" says that it is under way; what came of it comes by webhook, store and stream. */
const LATER = 20;

/** How a provider is made to fail with a code. */
const failing: Record<ProviderId, (code: string) => Scenario> = {
  'payment-intents': (code) => ({ status: 'failed', code }),
  'payments-trust': (code) => ({ status: 'process_failed', code }),
  'milky-pay': (code) => ({ status: 'process_failed', code }),
  // Its status says of itself what it is.
  purse: (code) => ({ code }),
};

/** A plain decline of each provider. */
const plain: Record<ProviderId, string> = {
  'payment-intents': 'GENERIC_DECLINE',
  'payments-trust': 'general_decline',
  'milky-pay': 'general_decline',
  purse: 'card_declined',
};

const codes = (Object.keys(rooms) as ProviderId[]).flatMap((id) =>
  rooms[id].codes.map((code): [ProviderId, string] => [id, code]),
);

async function fail(provider: ProviderId, code: string, more: Scenario = {}): Promise<[PaymentState, Payment]> {
  const payment = await world.open(provider, { ...failing[provider](code), ...more });
  await payment.pay();
  return [await payment.until(isSettled), payment];
}

/** Nothing more will happen by itself. */
function isSettled({ phase, decision, attempt }: PaymentState): boolean {
  if (decision) return false;
  return phase === 'verifying' ? attempt?.status === 'failed' || attempt?.uncertain === true : phase !== 'processing';
}

describe.each(codes)('%s: %s', (provider, code) => {
  const partner = provider === 'purse' ? partnerStatuses[code as keyof typeof partnerStatuses]?.state : undefined;
  const failure = rooms[provider].describeFailure(code);

  if (partner === 'WAITING' || partner === 'PENDING')
    it('is under way', async () => {
      const payment = await world.open(provider, { code });
      await payment.pay();
      const state = await payment.until(({ phase }) => phase === 'processing');
      expect(state).toMatchObject({ failure: null, attempt: { status: 'processing', uncertain: false } });
    });
  else if (partner === 'UNCERTAIN')
    it('is not known, and nobody is asked to pay again', async () => {
      const [state] = await fail(provider, code, { after: LATER });
      expect(state).toMatchObject({ phase: 'verifying', failure: null, attempt: { uncertain: true } });
    });
  else if (partner === 'SUCCESS')
    it('is paid', async () => {
      const [state] = await fail(provider, code, { after: LATER });
      expect(state).toMatchObject({ phase: 'completed', failure: null });
    });
  else if (failure.recovery === 'verify_outcome')
    it('may have been paid: nobody is asked to pay again', async () => {
      const [state, payment] = await fail(provider, code, { after: LATER });
      expect(state).toMatchObject({ phase: 'verifying', failure: null });
      await payment.pay();
      expect(payment.checkout.state.phase).toBe('verifying');
      expect((await world.merchantSees(payment.intent)).attempts).toHaveLength(1);
    });
  else
    it(`is told as ${failure.disclose ? failure.reason : 'a plain decline'}`, async () => {
      const [state, payment] = await fail(provider, code, { after: LATER });
      const told = failure.disclose ? failure.reason : 'generic_decline';
      expect(state).toMatchObject({ phase: 'ready', failure: { reason: told, recovery: reasons[told].recovery } });
      // It came by webhook and stream: the answer to "pay" knew nothing yet.
      expect(payment.events.map((event) => event.type === 'phase' && event.phase)).toContain('processing');
      for (const messages of catalogues) {
        if (!state.failure) throw new Error('It is not told.');
        expect(messages[`reason.${state.failure.reason}`]).toMatch(/\S/);
        expect(messages[`recovery.${state.failure.recovery}`]).toMatch(/\S/);
      }
      // The merchant sees what the customer does not.
      const attempt = (await world.merchantSees(payment.intent)).attempts.at(-1);
      if (failure.reason !== 'cancelled') expect(attempt?.failure).toMatchObject({ code: { value: code } });
    });
});

describe('a code that is not told', () => {
  const untold = codes.filter(([provider, code]) => !rooms[provider].describeFailure(code).disclose);
  /** All that a plain decline sends to a page: before the attempt, while it is under way, and after it. */
  const plainBodies = new Map<ProviderId, string[]>();
  const plainAnswers = new Map<ProviderId, string>();

  beforeAll(async () => {
    for (const provider of Object.keys(rooms) as ProviderId[]) {
      const payment = await declined(provider, plain[provider]);
      plainBodies.set(provider, bodiesIn(payment.answers));
      plainAnswers.set(provider, payment.answers.find(({ call }) => call.startsWith('POST'))?.body ?? '');
    }
  });

  it('is one of these', () => {
    console.log(untold.map(([provider, code]) => `${provider} ${code}`).join('\n'));
    expect(untold.length).toBeGreaterThan(10);
  });

  // Which of these bodies come by the stream, by a read or twice is the network's doing; each of them is the same to the byte.
  it.each(untold)('%s: %s leaves the merchant’s server byte for byte like a plain decline', async (provider, code) => {
    const payment = await declined(provider, code);
    const bodies = bodiesIn(payment.answers);
    expect(bodies.filter((body) => !plainBodies.get(provider)?.includes(body))).toEqual([]);
    expect(bodies.at(-1)).toBe(plainBodies.get(provider)?.at(-1));
    const answer = payment.answers.find(({ call }) => call.startsWith('POST'))?.body ?? '';
    expect(masked(answer)).toBe(masked(plainAnswers.get(provider) ?? ''));
    expect(JSON.stringify(payment.answers)).not.toContain(code);
  });

  it('a told one does look different', async () => {
    const payment = await declined('payment-intents', 'INSUFFICIENT_BALANCE');
    expect(bodiesIn(payment.answers).at(-1)).not.toBe(plainBodies.get('payment-intents')?.at(-1));
  });

  async function declined(provider: ProviderId, code: string): Promise<Payment> {
    const [, payment] = await fail(provider, code, { after: LATER });
    payment.checkout.destroy();
    return payment;
  }
});

it('what the store keeps and what the page explains are the same reason', () => {
  for (const [provider, code] of codes) {
    const { code: report, reason } = rooms[provider].describeFailure(code);
    const told = explainFailure({ code: report, reason });
    expect(told.reason).toBe(reason === 'blocked' ? 'generic_decline' : reason);
  }
});
