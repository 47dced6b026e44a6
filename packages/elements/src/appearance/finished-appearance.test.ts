import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { fieldIn, follow, number, payButtonIn, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { settled } from '../checkout/place.fixture.js';

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const ready = () => new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
const sheets = () => document.adoptedStyleSheets.length;

it('styles the parts of its own tag alone, and goes with it', async () => {
  const before = sheets();
  const styled = await follow(ready(), {
    appearance: { rules: { 'pay-button': { textTransform: 'uppercase' }, input: { letterSpacing: '3px' } } },
  });
  const other = await follow(ready());
  await expect.poll(() => getComputedStyle(payButtonIn(styled)).textTransform).toBe('uppercase');
  expect(getComputedStyle(fieldIn(styled, number)).letterSpacing).toBe('3px');
  expect(getComputedStyle(payButtonIn(other)).textTransform).toBe('none');
  styled.appearance = null;
  await settled(styled);
  expect(getComputedStyle(payButtonIn(styled)).textTransform).toBe('none');
  styled.appearance = { rules: { 'pay-button': { fontStyle: 'italic' } } };
  await settled(styled);
  expect(getComputedStyle(payButtonIn(styled)).fontStyle).toBe('italic');
  styled.remove();
  await expect.poll(sheets).toBe(before);
  document.body.append(styled);
  await expect.poll(() => getComputedStyle(payButtonIn(styled)).fontStyle).toBe('italic');
});

it('knows the names of Stripe’s that mean the same; ours wins', async () => {
  const checkout = await follow(ready(), {
    appearance: {
      variables: { buttonColorBackground: 'rgb(1 2 3)', buttonColorText: 'red', buttonText: 'rgb(9 9 9)' },
    },
  });
  await expect.poll(() => getComputedStyle(payButtonIn(checkout)).backgroundColor).toBe('rgb(1, 2, 3)');
  await expect.poll(() => getComputedStyle(payButtonIn(checkout)).color).toBe('rgb(9, 9, 9)');
  checkout.appearance = {};
  await settled(checkout);
  expect(checkout.getAttribute('style') ?? '').toBe('');
});

it('says once what is not right, and goes on', async () => {
  const wrong = {
    variables: { colorPrimry: 'red', constructor: 'red' },
    rules: { nothing: { color: 'red' }, 'a b': {} },
    look: 'bold',
  };
  const checkout = await follow(ready(), { appearance: wrong });
  await follow(ready(), { appearance: wrong });
  await expect.poll(() => warn.mock.calls.length).toBeGreaterThan(3);
  await settled(checkout);
  const texts = warn.mock.calls.map(([text]) => String(text));
  for (const what of ['"colorPrimry"', '"constructor"', 'no part "nothing"', '"a b" is no part', '"look"'])
    expect(texts.filter((text) => text.includes(what))).toHaveLength(1);
  expect(payButtonIn(checkout)).toBeVisible();
});
