import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawn, tagOf, textOf } from './drawn.fixture.js';

const methods = 'visa, mastercard, cartes_bancaires, Alma, MTN MoMo';
const tag = (attributes: Readonly<Record<string, string>>) =>
  tagOf('florin-accepted-methods', { methods, ...attributes });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

it('a server draws every mark and every name, in a list that says what it is', async () => {
  const html = await drawn(tag({ locale: 'en' }));
  expect(html).toContain('<ul part="list" role="list" dir="ltr" aria-label="Ways to pay">');
  expect(html.match(/<li>/g)).toHaveLength(5);
  expect(html.match(/role="img" aria-label="[^"]+"/g)).toEqual(
    ['Visa', 'Mastercard', 'CB'].map((name) => `role="img" aria-label="${name}"`),
  );
  expect(await textOf(tag({ locale: 'en' }))).toEqual(['VISA', 'Master', 'card', 'CB', 'Alma', 'MTN MoMo']);
});

it.each([
  [{ locale: 'fr' }, 'ltr', 'Moyens de paiement'],
  [{ locale: 'ar' }, 'rtl', 'طرق الدفع'],
  [{ locale: 'fr', label: 'Nous acceptons' }, 'ltr', 'Nous acceptons'],
])('%j: %s, %s', async (attributes, direction, label) => {
  expect(await drawn(tag(attributes))).toContain(`dir="${direction}" aria-label="${label}"`);
});

it.each(['', ' , '])('of %j nothing is drawn: an empty list would be read aloud', async (methods) => {
  expect(await drawn(tag({ methods }))).not.toContain('<ul');
});

it('a name is text, whatever it looks like', async () => {
  const html = await drawn(tag({ methods: '<img src=x onerror=alert(1)>, "Q" & A' }));
  expect(html.slice(html.indexOf('<ul'))).not.toContain('<img');
  expect(await textOf(tag({ methods: '"Q" & A' }))).toEqual(['"Q" & A']);
});
