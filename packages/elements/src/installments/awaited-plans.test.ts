import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldIn, fillCard, follow, number, payButtonIn, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { inside } from '../checkout/place.fixture.js';
import { free, offering } from './plans.fixture.js';

const network = vi.hoisted(() => ({ arrive: () => {}, isAsked: false }));

vi.mock('./installments.js', async (original) => {
  network.isAsked = true;
  await new Promise<void>((resolve) => (network.arrive = resolve));
  return original();
});

afterEach(() => {
  document.body.replaceChildren();
});

it('until the plans are shown nobody can agree to one, and the card can be typed in', async () => {
  const intent = intentOf({ amount: { value: 5000, currency: 'EUR', exponent: 2 }, methods: [offering(free)] });
  const scripted = new ScriptedCheckout({ phase: 'ready', intent });
  const checkout = await follow(scripted);
  await fillCard(checkout);
  const input = fieldIn(checkout, number);
  expect(payButtonIn(checkout)).toHaveTextContent(/^\s*Pay\s*$/);
  expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'true');
  payButtonIn(checkout).click();
  await checkout.submit();
  await userEvent.keyboard('{Enter}');
  expect(scripted.callsOf('submit')).toEqual([]);

  await vi.waitUntil(() => network.isAsked, { timeout: 10_000 });
  network.arrive();
  await inside(checkout).findByRole('table');
  await expect.poll(() => payButtonIn(checkout).textContent).toContain('Pay €12.50 today');
  expect(fieldIn(checkout, number)).toBe(input);
  await checkout.submit();
  expect(scripted.callsOf('submit')).toHaveLength(1);
});
