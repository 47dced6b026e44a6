import { afterEach, describe, expect, it } from 'vitest';
import { fieldOf, fillIn, inside, mount, typeInto } from './card.fixture.js';
import type { FlorinCard } from './card.js';

const number = /card number/i;
const rootOf = (card: FlorinCard) => card.shadowRoot as ShadowRoot;
const boxOf = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
const fieldsOf = (card: FlorinCard) => rootOf(card).querySelector('.fields');
const controlsOf = (card: FlorinCard) => [...rootOf(card).querySelectorAll('.fields .control')];
/** The line below the box. */
const lineOf = (card: FlorinCard) => rootOf(card).querySelector<HTMLElement>('.fields ~ .notes') as HTMLElement;

afterEach(() => {
  document.body.replaceChildren();
});

describe('joined inputs', () => {
  it('are one box: nothing but a line between them, and corners outside only', async () => {
    const card = await mount({ inputs: 'joined' });
    const [whole, first, expiry, cvc, holder] = [fieldsOf(card), ...controlsOf(card)].map((each) =>
      boxOf(each ?? null),
    );
    expect(expiry?.top).toBeCloseTo((first?.bottom ?? 0) + 1, 0);
    expect(cvc?.left).toBeCloseTo((expiry?.right ?? 0) + 1, 0);
    expect(holder?.top).toBeCloseTo((expiry?.bottom ?? 0) + 1, 0);
    expect(whole?.bottom).toBeCloseTo((holder?.bottom ?? 0) + 1, 0);
    expect(controlsOf(card).map((each) => getComputedStyle(each).borderRadius)).toEqual(Array(4).fill('0px'));
    expect(getComputedStyle(fieldsOf(card) as Element)).toMatchObject({ borderRadius: '8px', borderTopWidth: '1px' });
  });

  it('have their labels inside, whatever is said of labels', async () => {
    const card = await mount({ inputs: 'joined', labels: 'above' });
    const input = fieldOf(card, number);
    expect(input.placeholder).toBe(' ');
    expect(boxOf(input.labels?.[0] ?? null).top).toBeGreaterThanOrEqual(boxOf(fieldsOf(card)).top);
  });

  it('say what is wrong in one line below the box, which is there before: nothing moves', async () => {
    const card = await mount({ inputs: 'joined' });
    const [before, line] = [boxOf(fieldsOf(card)), boxOf(lineOf(card))];
    await typeInto(card, fieldOf(card, number), '4242 4242 4242 4241');
    fieldOf(card, /expiry/i).focus();
    await card.updateComplete;
    expect(lineOf(card)).toHaveTextContent('Check the card number: a digit is not right.');
    expect(boxOf(fieldsOf(card))).toEqual(before);
    expect(boxOf(lineOf(card)).height).toBe(line.height);
  });

  it('say each field its own to whoever does not see that line', async () => {
    const card = await mount({ inputs: 'joined' });
    card.validate();
    await card.updateComplete;
    expect(lineOf(card)).toHaveAttribute('aria-hidden', 'true');
    expect(lineOf(card).querySelectorAll('.error')).toHaveLength(4);
    expect(fieldOf(card, number)).toHaveAccessibleDescription('Enter the card number.');
    expect(boxOf(rootOf(card).querySelector('#number-error')).width).toBeLessThanOrEqual(1);
  });

  it('show the hint of the field that has the focus', async () => {
    const card = await mount({ inputs: 'joined' });
    fieldOf(card, /expiry/i).focus();
    await card.updateComplete;
    expect(lineOf(card)).toHaveTextContent('MM / YY');
    fieldOf(card, number).focus();
    await card.updateComplete;
    expect(lineOf(card)).not.toHaveTextContent('MM / YY');
  });

  it('mark the one that is wrong inside its own edges', async () => {
    const card = await mount({ inputs: 'joined' });
    card.validate();
    await card.updateComplete;
    const control = fieldOf(card, number).closest('.control') as Element;
    await expect.poll(() => getComputedStyle(control).boxShadow).toMatch(/^rgb\(179, 20, 31\).* inset$/);
    fieldOf(card, number).focus();
    expect(Number.parseFloat(getComputedStyle(control).outlineOffset)).toBe(-3);
  });

  it('send the same card', async () => {
    const card = await mount({ inputs: 'joined' });
    await fillIn(card);
    expect(card.read()).toMatchObject({ number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' });
  });
});

describe('spaced inputs', () => {
  it('keep the line below each field', async () => {
    const card = await mount();
    expect(lineOf(card)).toBeNull();
    expect(inside(card).getByText('MM / YY')).toBeVisible();
  });
});

describe('the width of its container', () => {
  const topsOf = (card: FlorinCard) => controlsOf(card).map((each) => Math.round(boxOf(each).top));

  async function at(width: number, properties: object = {}): Promise<FlorinCard> {
    const container = document.createElement('div');
    container.style.inlineSize = `${width}px`;
    document.body.append(container);
    return mount(properties, container);
  }

  it.for([
    [240, 4],
    [300, 3],
    [639, 3],
    [640, 2],
    [900, 2],
  ] as const)('%i px: %i lines', async ([width, lines]) => {
    const card = await at(width);
    expect(new Set(topsOf(card)).size).toBe(lines);
  });

  it('never cuts off a card number: large text gives way', async () => {
    for (const inputs of ['spaced', 'joined']) {
      const card = await at(240, { inputs });
      card.style.setProperty('--florin-font-size-base', '32px');
      await typeInto(card, fieldOf(card, number), '4242 4242 4242 4242');
      const input = fieldOf(card, number);
      expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth);
      expect(Number.parseFloat(getComputedStyle(input).fontSize)).toBeGreaterThanOrEqual(16);
    }
  });

  it.for(['spaced', 'joined', 'floating'])('overflows nowhere from 240 px up: %s', async (how) => {
    for (const width of [240, 280, 340, 480, 640, 900]) {
      const card = await at(width, {
        inputs: how,
        labels: how,
        billing: 'required',
        email: 'required',
        countries: ['US'],
      });
      await inside(card).findByLabelText(/city/i);
      card.validate();
      await card.updateComplete;
      const shown = [...rootOf(card).querySelectorAll('.field, .control, .summary, .notes, legend')];
      const over = shown
        .filter((each) => boxOf(each).width > 1)
        .filter(
          (each) => boxOf(each).right > boxOf(card).right + 0.5 || each.scrollWidth > Math.max(1, each.clientWidth),
        );
      expect(
        over.map((each) => each.className),
        `${width} px`,
      ).toEqual([]);
    }
  });
});
