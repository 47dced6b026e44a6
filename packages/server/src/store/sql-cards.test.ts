import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckout } from '../checkout.fixture.js';
import { randomToken } from '../secrets.js';
import type { NewCardRecord } from './card-store.js';
import type { IntentStore } from './intent-store.js';
import { openStore } from './open-store.js';

const now = Date.parse('2026-01-01T00:00:00.000Z');
const later = now + 60_000;
const newCard = (customerId: string, fields: Partial<NewCardRecord> = {}): NewCardRecord => ({
  id: `sc_${randomToken()}`,
  customerId,
  gateway: 'g',
  token: randomToken(),
  brand: 'visa',
  last4: '4242',
  expMonth: 12,
  expYear: 2030,
  cvc: 'required',
  createdAt: now,
  removedAt: null,
  restorableUntil: null,
  ...fields,
});

const postgres = process.env['FLORIN_TEST_POSTGRES'] ?? process.env['DATABASE_URL'];
const drivers: [name: string, databaseUrl: string | undefined][] = [
  ['PGlite', undefined],
  ...(postgres ? [['PostgreSQL', postgres] as [string, string]] : []),
];

describe.each(drivers)('cards in %s', (_, databaseUrl) => {
  let store: IntentStore;
  beforeAll(async () => void (store = await openStore({ databaseUrl })));
  afterAll(() => store.close());

  /** Runs `work` as a request does: under an intent's lock. */
  async function holding(intentId: string, work: Parameters<IntentStore['claim']>[1]) {
    const scope = { intentId, scope: `${intentId} test`, key: randomToken(), bodyHash: 'h' };
    return store.claim({ ...scope, now, leaseUntil: later, keepUntil: later }, work);
  }
  const reference = (intentId: string) => ({
    hash: randomToken(),
    intentId,
    gateway: 'g',
    token: 'tok',
    label: 'Visa •••• 4242',
    installments: { count: 3, amount: 2, total: 5 },
    save: true,
    expiresAt: later,
  });

  it('come back as they went; the newest default comes first and is the only one', async () => {
    const customer = randomToken();
    const [first, second, third] = [newCard(customer), newCard(customer), newCard(customer, { isDefault: true })];
    expect(await store.cards.add(first)).toEqual({ ...first, isDefault: true });
    expect(await store.cards.add(second)).toEqual({ ...second, isDefault: false });
    await store.cards.add({ ...third, createdAt: later });
    const cards = await store.cards.list(customer);
    expect(cards.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
    expect(cards[0]?.id).toBe(third.id);
    expect(await store.cards.find(first.id)).toEqual({ ...first, isDefault: false });
    expect(await store.cards.find('sc_none')).toBeNull();
  });

  it('the same token again is the same card, and no longer removed', async () => {
    const customer = randomToken();
    const card = newCard(customer);
    await store.cards.add(card);
    await store.cards.remove(customer, card.id, now);
    expect(await store.cards.list(customer)).toEqual([]);
    expect((await store.cards.add({ ...card, id: 'sc_other', expYear: 2040 })).id).toBe(card.id);
    expect(await store.cards.list(customer)).toMatchObject([{ id: card.id, expYear: 2040 }]);
  });

  it('what is claimed to be forgotten is claimed once, is due again later, and never comes back', async () => {
    const { id: intentId } = await openCheckout(store);
    const [customer, gateway] = [randomToken(), randomToken()];
    const cards = Array.from({ length: 10 }, () => newCard(customer, { gateway }));
    for (const card of cards) {
      await store.cards.add(card);
      await store.cards.remove(customer, card.id, now);
    }
    const claim = { now, gateways: [gateway] };
    const claimed = await Promise.all(Array.from({ length: 5 }, () => store.cards.claimForgetting(claim)));
    const ids = claimed.flat().map(({ id }) => id);
    expect(ids).toHaveLength(cards.length);
    expect(new Set(ids)).toEqual(new Set(cards.map(({ id }) => id)));
    expect(await store.cards.claimForgetting({ now: later - 1, gateways: [gateway] })).toEqual([]);
    const [card] = cards;
    let restored: boolean | undefined;
    await holding(intentId, async (intent, _, held) => {
      restored = await held.restore(card?.id ?? '', now - 1);
      return { intent, attemptId: null };
    });
    expect(restored).toBe(false);
    await expect(store.cards.add(newCard(customer, { gateway, token: card?.token ?? '' }))).rejects.toThrow('forget');
    expect(await store.cards.claimForgetting({ now: later, gateways: [gateway] })).toHaveLength(10);
    await store.cards.forgotten(card?.id ?? '');
    expect(await store.cards.find(card?.id ?? '')).toBeNull();
    expect(await store.cards.claimForgetting({ now: later, gateways: ['of another process'] })).toEqual([]);
  });

  it('after its window a card does not come back, though nobody has swept yet', async () => {
    const { id } = await openCheckout(store);
    const card = newCard(randomToken());
    await store.cards.add(card);
    const restored: boolean[] = [];
    await holding(id, async (intent, _, held) => {
      await held.remove(card.id, now, later);
      // Removed once more, it does not get more time.
      await held.remove(card.id, now, later + 60_000);
      restored.push(await held.restore(card.id, later), await held.restore(card.id, later - 1));
      return { intent, attemptId: null };
    });
    expect(restored).toEqual([false, true]);
  });

  it('a card is not struck off unless it was claimed', async () => {
    const card = newCard(randomToken());
    await store.cards.add(card);
    await store.cards.forgotten(card.id);
    expect(await store.cards.find(card.id)).not.toBeNull();
  });

  it('a reference is spent once, however many try, and only on its own intent and in its time', async () => {
    const [{ id }, { id: other }] = [await openCheckout(store), await openCheckout(store)];
    const made = reference(id);
    await store.cards.addReference(made);
    const spend = async (intentId: string, at = now) => {
      let spent: unknown;
      await holding(intentId, async (intent, _, held) => {
        const attempt = { ...template, id: randomToken() };
        spent = await held.spend(made.hash, intentId, attempt.id, at);
        return { intent: spent ? { ...intent, attempts: [...intent.attempts, attempt] } : intent, attemptId: null };
      });
      return spent;
    };
    expect([await spend(other), await spend(id, later)]).toEqual([null, null]);
    const results = await Promise.all(Array.from({ length: 20 }, () => spend(id)));
    expect(results.filter((result) => result !== null)).toEqual([made]);
    // The attempt is withdrawn: it certainly never reached the provider.
    await store.change(id, (intent) => ({ ...intent, attempts: [] }));
    expect(await spend(id)).toEqual(made);
    expect(await spend(id)).toBeNull();
    await store.purgeKeys(later + 49 * 3_600_000);
    expect(await store.cards.findReference(made.hash)).toBeNull();
  });

  it('what breaks off leaves no trace: neither a spent reference nor a removed card', async () => {
    const { id } = await openCheckout(store);
    const [made, card] = [reference(id), newCard(randomToken())];
    await store.cards.addReference(made);
    await store.cards.add(card);
    const broken = holding(id, async (_intent, _resumed, held) => {
      await held.spend(made.hash, id, 'pa_1', now);
      await held.remove(card.id, now, later);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect((await store.cards.find(card.id))?.removedAt).toBeNull();
    let spent: unknown = null;
    await holding(id, async (intent, _, held) => {
      spent = await held.spend(made.hash, id, 'pa_2', now);
      return { intent, attemptId: null };
    });
    expect(spent).toEqual(made);
  });

  it('a saving goes with its attempt, is settled once, and waits until the attempt has ended', async () => {
    const { id } = await openCheckout(store);
    const [customerId, gateway] = [randomToken(), randomToken()];
    const saving = { attemptId: randomToken(), intentId: id, customerId, gateway };
    const begin: Parameters<typeof holding>[1] = async (intent, _, held) => {
      await held.saveLater(saving, now);
      return { intent: { ...intent, attempts: [{ ...template, id: saving.attemptId }] }, attemptId: saving.attemptId };
    };
    const claim = () => store.cards.claimSavings({ now, gateways: [gateway], customerId });
    await holding(id, begin);
    expect(await claim()).toEqual([]);
    await store.change(id, (intent) => ({ ...intent, attempts: [] }));
    await holding(id, begin);
    await store.change(id, (intent) => ({
      ...intent,
      attempts: intent.attempts.map((attempt) => ({ ...attempt, status: 'completed' })),
    }));
    expect((await Promise.all([claim(), claim(), claim()])).flat()).toEqual([saving]);
    const card = newCard(customerId, { gateway });
    await Promise.all([1, 2, 3].map(() => store.cards.settleSaving(saving.attemptId, { ...card, id: randomToken() })));
    expect(await store.cards.list(customerId)).toHaveLength(1);
    const [kept] = await store.cards.list(customerId);
    await store.cards.remove(customerId, kept?.id ?? '', now);
    // Said twice, late: what the customer removed since does not come back.
    await store.cards.settleSaving(saving.attemptId, card);
    expect(await store.cards.list(customerId)).toEqual([]);
  });
});

const template = {
  status: 'processing',
  uncertain: false,
  method: { type: 'card' },
  isFallback: false,
  gateway: 'g',
  providerId: null,
  nonce: 'n',
  nextAction: null,
  failure: null,
  createdAt: now,
  sentAt: now,
};
