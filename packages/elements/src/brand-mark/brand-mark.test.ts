import { linesOf } from '@florin/core/brand-mark';
import { brandName } from '@florin/core/card';
import { within } from '@testing-library/dom';
import { afterEach, describe, expect, it } from 'vitest';
import { place } from '../checkout/place.fixture.js';
import '../define/brand-mark.js';

const numbers = ['visa', 'mastercard', 'amex', 'diners', 'discover', 'jcb', 'unionpay', 'maestro', 'elo', 'mir'];
const regional = ['hiper', 'hipercard', 'verve', 'troy', 'naranja'];
const national = ['cartes_bancaires', 'bancontact', 'dankort', 'girocard', 'eftpos', 'interac'];
const others = ['mada', 'pagobancomat', 'rupay'];

afterEach(() => {
  document.body.replaceChildren();
});

const boxes = (mark: Element, selector: string) =>
  [...(mark.shadowRoot?.querySelectorAll<SVGGraphicsElement>(selector) ?? [])].map((each) => each.getBBox());

it('says the name of its scheme, and what it draws is no second one', async () => {
  await place('florin-brand-mark', { brand: 'cartes_bancaires' });
  // The tree as a reader has it: the role and the name stand on the element itself.
  const { internals } = document.querySelector('florin-brand-mark') as unknown as { internals: ElementInternals };
  expect([internals.role, internals.ariaLabel]).toEqual(['img', 'CB']);
  const mark = document.querySelector('florin-brand-mark');
  expect(within(mark?.shadowRoot as unknown as HTMLElement).queryByRole('img')).toBeNull();
});

describe.each([...numbers, ...regional, ...national, ...others])('%s', (brand) => {
  it('is its name or the short form of it, inside a card of one size in any font', async () => {
    document.body.style.setProperty('--florin-font-family', 'monospace');
    const mark = await place('florin-brand-mark', { brand });
    const [paper] = boxes(mark, 'rect');
    expect(mark.getBoundingClientRect().height).toBe(22);
    expect(mark.getBoundingClientRect().width).toBeLessThan(38);
    for (const { x, y, width, height } of boxes(mark, 'text')) {
      expect(x).toBeGreaterThan(1);
      expect(x + width).toBeLessThan((paper?.width ?? 0) + 1);
      expect(y + height * 0.8).toBeLessThan(22);
    }
    document.body.style.removeProperty('--florin-font-family');
    const letters = (text: string) => text.replaceAll(/\W/g, '').toLowerCase();
    expect(['amex', letters(brandName(brand))]).toContain(letters(linesOf(brand).join('')));
  });
});

describe('a scheme that nobody here knows', () => {
  it.each([
    ['humo', ['Humo']],
    ['carte_blanche', ['Carte', 'Blanche']],
    ['the_card_of_a_town', ['The Card', 'Of A Town']],
    ['uzcardplus', ['Uzcar', 'dplus']],
    ['constructor', ['Constr', 'uctor']],
  ])('%s is its name', (brand, lines) => {
    expect(linesOf(brand)).toEqual(lines);
  });

  it('with a long name has a wider card', async () => {
    const mark = await place('florin-brand-mark', { brand: 'the_card_of_a_very_small_town' });
    const [paper] = boxes(mark, 'rect');
    const widest = Math.max(...boxes(mark, 'text').map(({ width }) => width));
    expect(paper?.width).toBeGreaterThan(widest);
    expect(mark.getBoundingClientRect().width).toBeGreaterThan(40);
  });
});

it('is another one when it is told so, and none without a brand', async () => {
  const mark = await place('florin-brand-mark', { brand: 'visa' });
  mark.brand = 'jcb';
  await mark.updateComplete;
  expect(mark.shadowRoot?.textContent?.trim()).toBe('JCB');
  mark.brand = '';
  await mark.updateComplete;
  expect(mark.shadowRoot?.querySelector('svg')).toBeNull();
});
