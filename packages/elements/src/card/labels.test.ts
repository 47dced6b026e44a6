import { afterEach, describe, expect, it } from 'vitest';
import { fieldOf, fillIn, inside, mount, typeInto } from './card.fixture.js';
import type { FlorinCard } from './card.js';

const number = /card number/i;
const boxOf = (element: Element | null | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
const labelOf = (input: HTMLInputElement) => input.labels?.[0] as HTMLElement;
const controlOf = (input: HTMLInputElement) => input.closest<HTMLElement>('.control') as HTMLElement;

/** Where the label has come to, once it stands still. */
async function standing(input: HTMLInputElement): Promise<'above' | 'resting' | 'up'> {
  const label = labelOf(input);
  await Promise.all(label.getAnimations().map(({ finished }) => finished));
  const [words, box] = [boxOf(label), boxOf(controlOf(input))];
  if (words.bottom <= box.top + 1) return 'above';
  return (words.top + words.bottom) / 2 < box.top + box.height / 2 - 4 ? 'up' : 'resting';
}

/** Edges of everything that takes room. */
const layout = (card: FlorinCard) =>
  [...(card.shadowRoot?.querySelectorAll('.field, .control, .notes') ?? [])].map((each) => {
    const { x, y, width, height } = boxOf(each);
    return [x, y, width, height];
  });

afterEach(() => {
  document.body.replaceChildren();
});

describe('labels above', () => {
  it('stand above their fields, whatever is in them', async () => {
    const card = await mount();
    expect(await standing(fieldOf(card, number))).toBe('above');
    expect(fieldOf(card, number)).not.toHaveAttribute('placeholder');
  });
});

describe('floating labels', () => {
  it('rest in an empty field, go up when it has the focus, and come back when nothing was typed', async () => {
    const card = await mount({ labels: 'floating' });
    const input = fieldOf(card, number);
    expect(await standing(input)).toBe('resting');
    input.focus();
    expect(await standing(input)).toBe('up');
    input.blur();
    expect(await standing(input)).toBe('resting');
  });

  it('stay up over what is filled in, by the customer or by a program', async () => {
    const card = await mount({ labels: 'floating' });
    await fillIn(card);
    fieldOf(card, /name on card/i).blur();
    for (const label of [number, /expiry/i, /security code/i, /name on card/i])
      expect([label, await standing(fieldOf(card, label))]).toEqual([label, 'up']);
    const other = await mount({ labels: 'floating' });
    fieldOf(other, number).value = '4242';
    expect(await standing(fieldOf(other, number))).toBe('up');
  });

  it('move nothing but themselves', async () => {
    const card = await mount({ labels: 'floating' });
    const before = layout(card);
    await typeInto(card, fieldOf(card, number), '4242 4242 4242 4242');
    expect(await standing(fieldOf(card, number))).toBe('up');
    expect(layout(card)).toEqual(before);
  });

  it('do not cover what is typed, and let a press through to the field', async () => {
    const card = await mount({ labels: 'floating' });
    const input = fieldOf(card, number);
    const [label, box] = [boxOf(labelOf(input)), boxOf(controlOf(input))];
    expect(card.shadowRoot?.elementFromPoint(label.left + 4, box.top + box.height / 2)).toBe(input);
    input.focus();
    expect(await standing(input)).toBe('up');
    const { paddingBlockStart, fontSize } = getComputedStyle(input);
    expect(Number.parseFloat(paddingBlockStart)).toBeGreaterThanOrEqual(Number.parseFloat(fontSize));
  });

  it('begin where the text begins, in Arabic too', async () => {
    for (const locale of ['en', 'ar']) {
      const card = await mount({ labels: 'floating', locale });
      const input = fieldOf(card, number);
      input.focus();
      await standing(input);
      const [label, box] = [boxOf(labelOf(input)), boxOf(controlOf(input))];
      const inset = locale === 'ar' ? box.right - label.right : label.left - box.left;
      expect(inset).toBeCloseTo(13, 0);
    }
  });

  it('are up from the start over a list to choose from', async () => {
    const card = await mount({ labels: 'floating', billing: 'required', countries: ['FR', 'DE'] });
    const country = await inside(card).findByLabelText<HTMLInputElement>(/country/i);
    expect(await standing(country)).toBe('up');
  });

  it('leave hint and error below the field', async () => {
    const card = await mount({ labels: 'floating' });
    card.validate();
    await card.updateComplete;
    const error = inside(card).getAllByText('Enter the card number.').at(-1);
    expect(boxOf(error).top).toBeGreaterThanOrEqual(boxOf(controlOf(fieldOf(card, number))).bottom);
  });
});
