import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { free, offering } from '../installments/plans.fixture.js';
import { afterPaint } from '../paint/after-paint.js';
import {
  failed,
  failureOf,
  fieldIn,
  fillCard,
  follow,
  number,
  payButtonIn,
  ScriptedCheckout,
} from './checkout.fixture.js';
import { intentOf } from './intent.fixture.js';
import { focused, inside, seen, settled } from './place.fixture.js';

const network = vi.hoisted(() => ({ arrive: () => {}, isAsked: false }));

vi.mock('./method-rows.js', async (original) => {
  network.isAsked = true;
  await new Promise<void>((resolve) => (network.arrive = resolve));
  return original();
});

const kept = { id: 'sc_1', brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2042, is_default: true };
const ready = (intent: Parameters<typeof intentOf>[0]) =>
  new ScriptedCheckout({ phase: 'ready', intent: intentOf(intent) });

afterEach(() => {
  document.body.replaceChildren();
});

it('a card alone needs no rows', async () => {
  const scripted = ready({ methods: [{ type: 'saved_card', cards: [] }, { type: 'card' }] });
  const checkout = await follow(scripted);
  await fillCard(checkout);
  await checkout.submit();
  expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ type: 'card' })]]);
  scripted.tell(failed(failureOf()));
  await expect.poll(() => seen(checkout)).toContain('There is not enough money available');
  const words = checkout.shadowRoot?.querySelector('.failure') as Element;
  expect(getComputedStyle(words).borderStyle).toBe('solid');
  expect(network.isAsked).toBe(false);
});

it('a plan whose file came first cannot be agreed to before it is shown', async () => {
  const scripted = ready({ amount: { value: 5000, currency: 'EUR', exponent: 2 }, methods: [offering(free)] });
  const checkout = await follow(scripted);
  await fillCard(checkout);
  await import('../installments/installments.js');
  await vi.waitUntil(() => network.isAsked, { timeout: 10_000 });
  await afterPaint();
  await settled(checkout);
  expect(payButtonIn(checkout)).toHaveTextContent(/^\s*Pay\s*$/);
  await checkout.submit();
  expect(scripted.callsOf('submit')).toEqual([]);
});

it('until the rows are there what is seen can be paid with, and it stays when they come', async () => {
  const scripted = ready({
    methods: [
      { type: 'saved_card', cards: [kept] },
      { type: 'redirect', label: 'Bank X' },
      { type: 'card', label: 'Business card' },
      { type: 'card', label: 'Private card' },
    ],
  });
  const checkout = await follow(scripted);
  await fillCard(checkout);
  const input = fieldIn(checkout, number);
  input.focus();
  expect(checkout.shadowRoot?.querySelectorAll('.panel, [type=radio]')).toHaveLength(1);
  expect(checkout.hasAttribute('method')).toBe(false);

  await vi.waitUntil(() => network.isAsked, { timeout: 10_000 });
  network.arrive();
  const rows = () =>
    inside(checkout)
      .queryAllByRole('radio')
      .map((radio) => (radio as HTMLInputElement).checked);
  await expect.poll(rows).toEqual([false, false, true, false]);
  expect([fieldIn(checkout, number), input.value, focused()]).toEqual([input, '4242 4242 4242 4242', input]);
  await userEvent.keyboard('{Enter}');
  expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ type: 'card' })]]);
});

it('a saved card that is chosen beforehand is, once it is seen', async () => {
  const scripted = ready({ methods: [{ type: 'saved_card', cards: [kept] }, { type: 'card' }] });
  const checkout = await follow(scripted);
  expect(await inside(checkout).findByRole('radio', { name: /4242/ })).toBeChecked();
});
