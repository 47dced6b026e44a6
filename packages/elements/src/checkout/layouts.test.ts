import type { Intent } from '@florin/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cardThenTransfer, fieldIn, follow, number, ScriptedCheckout, typeIn } from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import { intentOf } from './intent.fixture.js';
import { focused, inside, seen, settled } from './place.fixture.js';

const three: Intent['methods'] = [...cardThenTransfer, { type: 'redirect', label: 'Bank X' }];

beforeEach(() => page.viewport(800, 900));

afterEach(() => {
  document.body.replaceChildren();
});

async function laidOut(layout: string, width = 600, methods = three): Promise<FlorinCheckout> {
  const box = document.createElement('div');
  box.style.inlineSize = `${width}px`;
  document.body.append(box);
  const scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods }) });
  const checkout = await follow(scripted, { layout }, box);
  if (methods.length > 1) await inside(checkout).findByRole('radio', { name: 'Card', hidden: true });
  return checkout;
}

const rows = (checkout: FlorinCheckout) => [...(checkout.shadowRoot?.querySelectorAll<HTMLElement>('.method') ?? [])];
const more = (checkout: FlorinCheckout) => inside(checkout).getByRole('button', { name: 'Other ways to pay' });
const radio = (checkout: FlorinCheckout, name: string) => inside(checkout).getByRole('radio', { name });

describe('single', () => {
  it('shows the chosen one alone, and the others when they are asked for', async () => {
    const checkout = await laidOut('single');
    expect(rows(checkout).map((row) => row.checkVisibility())).toEqual([true, false, false]);
    expect(more(checkout)).toHaveAttribute('aria-expanded', 'false');
    await typeIn(checkout, number, '4242');
    await userEvent.click(more(checkout));
    expect(more(checkout)).toHaveAttribute('aria-expanded', 'true');
    expect(rows(checkout).map((row) => row.checkVisibility())).toEqual([true, true, true]);
    await expect.poll(() => focused()).toBe(radio(checkout, 'Card'));
    await userEvent.keyboard('{ArrowDown}');
    expect(radio(checkout, 'Instant transfer')).toBeChecked();
    await settled(checkout);
    more(checkout).focus();
    await userEvent.keyboard('{Enter}');
    await settled(checkout);
    expect(rows(checkout).map((row) => row.checkVisibility())).toEqual([false, true, false]);
    expect(focused()).toBe(more(checkout));
    await userEvent.click(more(checkout));
    await userEvent.click(radio(checkout, 'Card'));
    expect(fieldIn(checkout, number).value).toBe('4242');
  });

  it('has no such button where there is one way to pay', async () => {
    const checkout = await laidOut('single', 600, [{ type: 'card' }]);
    expect(seen(checkout)).not.toContain('Other ways to pay');
  });
});

describe('tabs', () => {
  it('stand side by side, and are still a group of radio buttons', async () => {
    const checkout = await laidOut('tabs');
    const tops = rows(checkout).map((row) => row.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(1);
    const width = rows(checkout).reduce((sum, row) => sum + row.getBoundingClientRect().width, 0);
    expect(width).toBeGreaterThan(560);
    radio(checkout, 'Card').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(radio(checkout, 'Instant transfer')).toBeChecked();
    expect(inside(checkout).getByRole('radiogroup', { name: 'How do you want to pay?' })).toBeVisible();
  });

  it('are a list where the checkout is narrow, however wide the window is', async () => {
    const checkout = await laidOut('tabs', 260);
    const tops = rows(checkout).map((row) => row.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(3);
  });
});

it.each(['accordion', 'list', 'tabs', 'single'])('%s: nothing overflows from 240 px up', async (layout) => {
  for (const width of [240, 320, 420, 900]) {
    await page.viewport(1000, 900);
    const checkout = await laidOut(layout, width);
    expect(checkout.scrollWidth).toBeLessThanOrEqual(width);
    for (const row of rows(checkout).filter((each) => each.checkVisibility())) {
      expect(row.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      expect(row.getBoundingClientRect().width).toBeLessThanOrEqual(width);
    }
    document.body.replaceChildren();
  }
});

it('the chosen row is a part of its own', async () => {
  const checkout = await laidOut('list');
  const selected = () => rows(checkout).map((row) => row.part.contains('method-selected'));
  expect(selected()).toEqual([true, false, false]);
  await userEvent.click(radio(checkout, 'Instant transfer'));
  await settled(checkout);
  expect(selected()).toEqual([false, true, false]);
});
