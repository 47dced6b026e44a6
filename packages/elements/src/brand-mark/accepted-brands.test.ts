import type { Intent } from '@florin/contract';
import { afterEach, expect, it } from 'vitest';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { inside } from '../checkout/place.fixture.js';
import { offer } from '../methods/other-methods.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const brands = ['visa', 'mastercard', 'amex', 'cartes_bancaires', 'jcb', 'maestro', 'unionpay'];
const methods: Intent['methods'] = [
  { type: 'card', brands },
  { type: 'qr', label: 'Kite wallet' },
];

const marks = (checkout: FlorinCheckout) => checkout.shadowRoot?.querySelector('florin-brand-marks') as HTMLElement;

/** Those that are seen. */
function shown(checkout: FlorinCheckout): string[] {
  const { bottom } = marks(checkout).getBoundingClientRect();
  const all = [...(marks(checkout).shadowRoot?.querySelectorAll<HTMLElement>('florin-brand-mark, span') ?? [])];
  const seen = all.filter((each) => each.getBoundingClientRect().bottom <= bottom + 1);
  return seen.map((each) => each.getAttribute('brand') ?? each.textContent ?? '');
}

it('the row of the card shows four of the brands that are taken, and how many more there are', async () => {
  document.body.style.inlineSize = '480px';
  const { checkout } = await offer(methods);
  await expect.poll(() => shown(checkout)).toEqual(['visa', 'mastercard', 'amex', 'cartes_bancaires', '+3']);
});

it('they are read after the name of the row, all of them, and are not part of it', async () => {
  const { checkout } = await offer(methods);
  const description = 'Visa, Mastercard, American Express, CB, JCB, Maestro, UnionPay';
  expect(inside(checkout).getByRole('radio', { name: 'Card', description })).toBeTruthy();
});

it('without room they are fewer, and each is whole', async () => {
  document.body.style.inlineSize = '240px';
  const { checkout } = await offer(methods);
  const drawn = () => [...(marks(checkout).shadowRoot?.querySelectorAll('florin-brand-mark') ?? [])];
  await expect.poll(() => drawn().filter((mark) => mark.getBoundingClientRect().width > 30).length).toBe(4);
  const row = marks(checkout).closest('.method') as HTMLElement;
  expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
  expect(row.getBoundingClientRect().width).toBeLessThanOrEqual(240);
  const { left, right } = marks(checkout).getBoundingClientRect();
  for (const each of drawn()) {
    const box = each.getBoundingClientRect();
    const isInside = box.left >= left - 1 && box.right <= right + 1;
    const isOutOfSight = box.top >= marks(checkout).getBoundingClientRect().bottom;
    expect(isInside || isOutOfSight).toBe(true);
  }
});

it('a shop that takes every brand names none', async () => {
  const { checkout } = await offer([{ type: 'card' }, { type: 'qr', label: 'Kite wallet' }]);
  expect(marks(checkout)).toBeNull();
  expect(inside(checkout).getByRole('radio', { name: 'Card' }).hasAttribute('aria-describedby')).toBe(false);
});
