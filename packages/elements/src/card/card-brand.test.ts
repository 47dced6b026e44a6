import { afterEach, expect, it } from 'vitest';
import type { FlorinCard } from './card.js';
import { fieldOf, inside, mount, typeInto } from './card.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const number = (card: FlorinCard) => fieldOf(card, /Card number/);
const marks = (card: FlorinCard) =>
  [...(card.shadowRoot?.querySelectorAll('florin-brand-mark') ?? [])].map((mark) => mark.getAttribute('brand'));

// In a file of its own: here nobody has asked for a mark before.
it('nothing of a mark is fetched before there is a digit to tell a brand by', async () => {
  const card = await mount();
  number(card).focus();
  await card.updateComplete;
  // What had been asked for before these would have come before them.
  await import('../define/qr.js');
  await import('../define/three-ds.js');
  expect(customElements.get('florin-brand-mark')).toBeUndefined();
  await typeInto(card, number(card), '4');
  await customElements.whenDefined('florin-brand-mark');
  expect(marks(card)).toEqual(['visa']);
});

it('the mark comes without anything moving, and is told by its name', async () => {
  const card = await mount();
  const places = () =>
    [...(card.shadowRoot?.querySelectorAll<HTMLElement>('.field, label, input') ?? [])].map((each) => {
      const { x, y, height } = each.getBoundingClientRect();
      return [each.id || each.className, x, y, height];
    });
  const before = places();
  await typeInto(card, number(card), '3782822463');
  await expect.poll(() => card.shadowRoot?.querySelector('florin-brand-mark')?.getBoundingClientRect().width).toBe(34);
  expect(places()).toEqual(before);
  expect(inside(card).getByText('American Express')).toBeTruthy();
  expect(card.shadowRoot?.querySelector('florin-brand-mark')?.getAttribute('aria-hidden')).toBe('true');
});

it('a whole number has room beside it in a form of 240 px', async () => {
  const card = await mount();
  card.style.inlineSize = '240px';
  await typeInto(card, number(card), '4242424242424242');
  await expect.poll(() => card.shadowRoot?.querySelector('florin-brand-mark')?.getBoundingClientRect().width).toBe(34);
  expect(number(card).scrollWidth).toBeLessThanOrEqual(number(card).clientWidth);
});

it('a co-badged card has two marks, below the number where they have no room beside it', async () => {
  const card = await mount({ lookUp: () => Promise.resolve({ brands: ['cartes_bancaires', 'visa'] }) });
  card.style.inlineSize = '240px';
  await typeInto(card, number(card), '4000002500001001');
  await expect.poll(() => marks(card)).toEqual(['cartes_bancaires', 'visa']);
  expect(inside(card).getByText('CB · Visa')).toBeTruthy();
  await expect.poll(() => number(card).scrollWidth <= number(card).clientWidth).toBe(true);
});
