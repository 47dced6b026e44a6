import { afterEach, expect, it } from 'vitest';
import type { FlorinCard } from '../card/card.js';
import { fieldOf, mount, typeInto } from '../card/card.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const pictureIn = (card: FlorinCard) => card.shadowRoot?.querySelector('florin-card-picture') as HTMLElement;
const rootOf = (card: FlorinCard) => pictureIn(card).shadowRoot as ShadowRoot;

/** A card with its picture, once that is drawn. */
async function mountPictured(properties: object = {}): Promise<FlorinCard> {
  const card = await mount({ cardPicture: true, ...properties });
  await expect.poll(() => pictureIn(card).shadowRoot?.querySelector('.card') ?? null).not.toBeNull();
  return card;
}

/** Typed ones as `●`, the others as `○`. */
const places = (card: FlorinCard, side = 'front') =>
  [...rootOf(card).querySelectorAll(`[part=${side}] .place`)]
    .map((place) => (place.matches('.typed') ? '●' : '○'))
    .join('');
const isTurned = (card: FlorinCard) => rootOf(card).querySelector('.turned') !== null;

const number = (card: FlorinCard) => fieldOf(card, /Card number/);
const code = (card: FlorinCard) => fieldOf(card, /Security code/);

it('is there when a page asks for it, in a place that was kept for it', async () => {
  const plain = await mount();
  expect(pictureIn(plain)).toBeNull();
  const card = await mount({ cardPicture: true });
  const reserved = pictureIn(card).getBoundingClientRect().height;
  expect(reserved).toBeGreaterThan(100);
  await expect.poll(() => pictureIn(card).shadowRoot?.querySelector('.card') ?? null).not.toBeNull();
  expect(pictureIn(card).getBoundingClientRect().height).toBe(reserved);
  expect(rootOf(card).querySelector('svg')?.getBoundingClientRect().height).toBeCloseTo(reserved, 0);
});

it.each([
  ['424242', '●●●●●●○○○○○○○○○○'],
  ['37828', '●●●●●○○○○○○○○○○'],
  ['36', '●●○○○○○○○○○○○○'],
  ['', '○○○○○○○○○○○○○○○○'],
])('%s: each typed digit fills a place of as many as its brand has', async (digits, drawn) => {
  const card = await mountPictured();
  await typeInto(card, number(card), digits);
  await expect.poll(() => places(card).slice(0, drawn.length)).toBe(drawn);
});

it('holds no digit of the card', async () => {
  const card = await mountPictured();
  await typeInto(card, number(card), '5555555555554444');
  await typeInto(card, code(card), '987');
  await expect.poll(() => places(card, 'back')).toBe('●●●');
  const { textContent } = rootOf(card).querySelector('.card') as Element;
  expect(textContent).not.toMatch(/\d/);
  const attributes = [...rootOf(card).querySelectorAll('*')].flatMap((each) => each.getAttributeNames());
  expect(new Set(attributes)).not.toContain('value');
  expect(pictureIn(card).outerHTML).not.toMatch(/5555|4444|987/);
  expect(rootOf(card).innerHTML).not.toMatch(/5555|4444|987/);
});

it('turns to its back while the security code is typed in, and back again', async () => {
  const card = await mountPictured();
  await typeInto(card, number(card), '4242');
  expect(isTurned(card)).toBe(false);
  code(card).focus();
  await expect.poll(() => isTurned(card)).toBe(true);
  expect(rootOf(card).querySelector('[part=back] .wanted')).not.toBeNull();
  number(card).focus();
  await expect.poll(() => isTurned(card)).toBe(false);
});

it('does not turn where the code stands on the front: it points to it there', async () => {
  const card = await mountPictured();
  await typeInto(card, number(card), '378282246310005');
  await typeInto(card, code(card), '12');
  await expect.poll(() => rootOf(card).querySelectorAll('[part=front] .wanted').length).toBe(1);
  expect(isTurned(card)).toBe(false);
  await expect.poll(() => places(card)).toBe('●●●●●●●●●●●●●●●●●○○');
});

it('is empty again when the card is', async () => {
  const card = await mountPictured();
  await typeInto(card, number(card), '9');
  await expect.poll(() => places(card)).toContain('●');
  card.reset();
  await expect.poll(() => places(card)).not.toContain('●');
});

it('is for the eye alone', async () => {
  const card = await mountPictured();
  expect(pictureIn(card).getAttribute('aria-hidden')).toBe('true');
});
