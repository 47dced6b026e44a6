import type { Intent } from '@florin/contract';
import { afterEach, expect, it } from 'vitest';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { inside, place } from '../checkout/place.fixture.js';
import { offer } from '../methods/other-methods.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const logo = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="40" height="24"/%3E';
const methods: Intent['methods'] = [
  { type: 'card' },
  { type: 'qr', label: 'Kite wallet' },
  { type: 'redirect', label: 'Bank of the North' },
  { type: 'approval', label: 'Harbour app' },
  { type: 'instructions', label: 'Bank transfer' },
  { type: 'mobile_money', operators: [{ id: 'mtn_bj', label: 'MTN', country: 'BJ' }] },
  { type: 'redirect', label: 'Bank with a logo', icon_url: logo },
];

const rows = (checkout: FlorinCheckout) => [...(checkout.shadowRoot?.querySelectorAll('.method') ?? [])];
const names = (checkout: FlorinCheckout) =>
  rows(checkout).map((row) => row.querySelector('span, bdi')?.getBoundingClientRect().left);

it('each row without a logo has the drawing of its kind, and a logo of the shop’s is shown in its place', async () => {
  const { checkout } = await offer(methods);
  const drawn = () =>
    rows(checkout).map((row) => {
      const icon = row.querySelector('florin-method-icon');
      return icon?.shadowRoot?.querySelector('svg')?.childElementCount ? icon.getAttribute('method') : null;
    });
  await expect.poll(drawn).toEqual(['card', 'qr', 'redirect', 'approval', 'instructions', 'mobile_money', null]);
  expect(rows(checkout).map((row) => row.querySelectorAll('[part=icon]').length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
});

it('is not part of the name of its row', async () => {
  const { checkout } = await offer(methods);
  expect(inside(checkout).getByRole('radio', { name: 'Kite wallet' })).toBeTruthy();
});

it('the names stand below each other, with a logo or with a drawing', async () => {
  const { checkout } = await offer(methods);
  await expect.poll(() => new Set(names(checkout)).size).toBe(1);
});

it.each(['', 'unheard_of', 'constructor'])('a kind that is not known (%s) has no drawing', async (method) => {
  const icon = await place('florin-method-icon', { method });
  expect(icon.shadowRoot?.childElementCount).toBe(0);
});
