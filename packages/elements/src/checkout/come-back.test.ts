import type { Attempt, Intent } from '@florin/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { failed, failureOf, follow, number, ScriptedCheckout, twoMethods, typeIn } from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { attemptOf, intentOf } from './intent.fixture.js';
import { inside, place, seen } from './place.fixture.js';

const bank = { type: 'redirect', label: 'Nord Bank' } as const;
const otherBank = { type: 'redirect', label: 'Süd Bank' } as const;
const refused = failureOf({ reason: 'authentication_failed', recovery: 'retry_same' });
const saved = (id: string, last4: string, is_default: boolean) => ({
  id,
  brand: 'visa',
  last4,
  exp_month: 12,
  exp_year: 2040,
  is_default,
});

afterEach(() => {
  document.body.replaceChildren();
});

const alerted = (checkout: FlorinCheckout) => inside(checkout).getByRole('alert').textContent;
const chosen = (checkout: FlorinCheckout) =>
  checkout.shadowRoot?.querySelector('[name=method]:checked')?.closest('label')?.textContent?.trim();

/** A page that is loaded after the bank's page has refused. */
const refusedWith = (method: Attempt['method'], methods: Intent['methods']) => ({
  ...failed(refused),
  attempt: attemptOf({ status: 'failed', method }),
  intent: intentOf({ methods, active_attempt: attemptOf({ status: 'failed', method }) }),
});

describe('back from a page that refused', () => {
  it('what came of it is said at once, and the focus stays the page’s', async () => {
    const search = await place('input');
    search.focus();
    const scripted = new ScriptedCheckout();
    const checkout = await follow(scripted);
    scripted.tell(failed(refused));
    await expect.poll(() => alerted(checkout)).toBe('Your bank could not confirm that it was you. You can try again.');
    expect(document.activeElement).toBe(search);
  });

  it('so it is where the words come after the answer', async () => {
    const checkout = await follow(new ScriptedCheckout(failed(refused)));
    await expect.poll(() => alerted(checkout)).toContain('Your bank could not confirm');
  });

  it('nothing is said where nothing failed', async () => {
    const checkout = await follow(new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: twoMethods }) }));
    expect(alerted(checkout)).toBe('');
  });

  it.each([
    ['by its type', bank, [{ type: 'card' }, bank], /Nord Bank/],
    ['by its type alone', { type: 'redirect' }, [{ type: 'card' }, bank], /Nord Bank/],
    ['by its name among several', otherBank, [{ type: 'card' }, bank, otherBank], /Süd Bank/],
    [
      'a saved card by its digits',
      { type: 'saved_card', label: 'Visa •••• 1111' },
      [{ type: 'card' }, { type: 'saved_card', cards: [saved('a', '4242', true), saved('b', '1111', false)] }],
      /1111/,
    ],
    ['and nothing where it is not offered any more', bank, [{ type: 'card' }, { type: 'qr', label: 'Scan' }], /Card/],
  ] as [string, Attempt['method'], Intent['methods'], RegExp][])(
    'what was tried is chosen: %s',
    async (_how, method, methods, name) => {
      const checkout = await follow(new ScriptedCheckout(refusedWith(method, methods)));
      await expect.poll(() => chosen(checkout)).toMatch(name);
    },
  );

  it('but not once the customer has begun another way', async () => {
    const scripted = new ScriptedCheckout();
    const checkout = await follow(scripted);
    await typeIn(checkout, number, '4242');
    scripted.tell(refusedWith(bank, [{ type: 'card' }, bank]));
    await expect.poll(() => seen(checkout)).toContain('Nord Bank');
    expect(chosen(checkout)).toMatch(/Card/);
  });

  it('nor after a reset', async () => {
    const checkout = await follow(new ScriptedCheckout(refusedWith(bank, [{ type: 'card' }, bank])));
    await expect.poll(() => chosen(checkout)).toMatch(/Nord Bank/);
    checkout.reset();
    await expect.poll(() => chosen(checkout)).toMatch(/Card/);
  });
});
