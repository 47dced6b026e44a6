import type { PaymentState } from '@florin/core';
import { initialState } from '@florin/core/payment';
import { afterEach, expect, it } from 'vitest';
import { intentOf } from '../checkout/intent.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const state: PaymentState = { ...initialState, phase: 'ready', intent: intentOf() };
const ready = { state, subscribe: () => () => {}, load: () => Promise.resolve() };

it('parts in a shadow root of the page’s, defined before the checkout is, are taken in', async () => {
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: ready });
  const root = checkout.appendChild(document.createElement('article')).attachShadow({ mode: 'open' });
  root.append(document.createElement('florin-methods'), document.createElement('florin-pay-button'));
  document.body.append(checkout);
  await import('../define/pay-button.js');
  await import('../define/methods.js');
  expect(customElements.get('florin-checkout')).toBeUndefined();
  await import('../define/checkout.js');
  expect(checkout.placed.size).toBe(2);
  await checkout.updateComplete;
  expect(checkout.shadowRoot?.querySelector('florin-pay-button')).toBeNull();
});
