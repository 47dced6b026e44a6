import type { Intent } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import { initialState } from '@florin/core/payment';
import { afterEach, expect, it } from 'vitest';
// Alone, as a page loads it: the button and what comes after it are on their way.
import '../define/checkout.js';
import { intentOf } from './intent.fixture.js';
import { afterPaint } from '../paint/after-paint.js';

interface Shift extends PerformanceEntry {
  value: number;
}

afterEach(() => {
  document.body.replaceChildren();
});

/** How far things moved between the first paint of a tag and the moment when it can be paid with. */
async function shiftOf(methods: Intent['methods'], attributes: Record<string, string> = {}): Promise<number> {
  const checkout = document.createElement('florin-checkout');
  for (const [name, value] of Object.entries(attributes)) checkout.setAttribute(name, value);
  let tell: (state: PaymentState) => void = () => {};
  const subscribe = (listener: typeof tell) => {
    tell = listener;
    return () => {};
  };
  Object.assign(checkout, {
    locale: 'en',
    checkout: { state: initialState, subscribe, load: () => Promise.resolve() },
  });
  document.body.append(checkout);
  await checkout.updateComplete;
  let sum = 0;
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) sum += (entry as Shift).value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  await afterPaint();
  const words = () => checkout.shadowRoot?.querySelector('florin-pay-button')?.shadowRoot?.textContent ?? '';
  await expect.poll(words, { timeout: 10_000 }).toContain('Pay');
  tell({ ...initialState, phase: 'ready', intent: intentOf({ methods }) });
  await expect.poll(words, { timeout: 10_000 }).toContain('49');
  const rows = () => checkout.shadowRoot?.querySelectorAll('.method').length;
  await expect.poll(rows, { timeout: 10_000 }).toBe(methods.length > 1 ? methods.length : 0);
  await afterPaint();
  await afterPaint();
  add(observer.takeRecords());
  observer.disconnect();
  return sum;
}

it.each([{}, { labels: 'floating' }, { inputs: 'joined' }, { look: 'dense' }])(
  'nothing moves between the first paint of a card form and its first payment: %j',
  async (attributes) => {
    expect(await shiftOf([{ type: 'card' }], attributes)).toBe(0);
  },
);

it('the measure sees what moves: a row above the fields', async () => {
  expect(await shiftOf([{ type: 'qr', label: 'Instant transfer' }, { type: 'card' }])).toBeGreaterThan(0);
});
