import type { PaymentState } from '@florin/core';
import { initialState } from '@florin/core/payment';
import { afterEach, expect, it } from 'vitest';
import { intentOf } from '../checkout/intent.fixture.js';
import { seen } from '../checkout/place.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const state: PaymentState = { ...initialState, phase: 'ready', intent: intentOf() };
const ready = { state, subscribe: () => () => {}, load: () => Promise.resolve() };

it('parts that stand in the page before any of it is defined are taken in', async () => {
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: ready });
  for (const tag of ['florin-methods', 'florin-card', 'florin-messages', 'florin-status', 'florin-pay-button'])
    checkout.append(document.createElement(tag));
  document.body.append(checkout);
  expect(customElements.get('florin-card')).toBeUndefined();
  await import('../define/checkout.js');
  expect(checkout.placed.size).toBe(5);
  await checkout.updateComplete;
  // Typed in at once, and nowhere else.
  const card = checkout.querySelector('florin-card');
  await card?.updateComplete;
  expect(card?.shadowRoot?.querySelectorAll('input').length).toBeGreaterThan(2);
  expect(checkout.shadowRoot?.querySelector('florin-card, florin-pay-button')).toBeNull();
  await expect.poll(() => seen(checkout), { timeout: 10_000 }).toMatch(/Card number.*Pay €49\.99/);
});
