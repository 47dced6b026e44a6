import { expect, it } from 'vitest';
import { faultsOf, type Attributes } from './configuration.js';

const right: Attributes = {
  endpoint: '/api/checkout',
  intent: 'pi_1',
  clientSecret: 'cs_1',
  locale: '',
  layout: '',
  theme: '',
  look: '',
  labels: '',
  inputs: '',
};
const base = 'https://shop.example/cart';
const faulty = (attributes: Partial<Attributes>) =>
  faultsOf({ ...right, ...attributes }, base).map(({ attribute, fatal }) => [attribute, fatal]);

it.each<Partial<Attributes>>([
  {},
  { endpoint: 'https://pay.example/checkout' },
  { locale: 'fr' },
  { locale: 'zh-Hant-TW' },
  { layout: 'list', theme: 'auto' },
  { layout: 'tabs', theme: 'dark' },
  { layout: 'accordion', theme: 'light' },
  { layout: 'single', look: 'soft', labels: 'floating', inputs: 'joined' },
])('takes %j', (attributes) => {
  expect(faulty(attributes)).toEqual([]);
});

it.each<[Partial<Attributes>, string]>([
  [{ endpoint: '' }, 'endpoint'],
  [{ endpoint: 'javascript:alert(1)' }, 'endpoint'],
  [{ endpoint: 'data:,x' }, 'endpoint'],
  [{ endpoint: 'http://' }, 'endpoint'],
  [{ intent: '' }, 'intent'],
  [{ clientSecret: '' }, 'client-secret'],
])('cannot pay with %j', (attributes, name) => {
  expect(faulty(attributes)).toEqual([[name, true]]);
});

it.each<[Partial<Attributes>, string]>([
  [{ locale: 'not a language' }, 'locale'],
  [{ locale: 'fr_CH' }, 'locale'],
  [{ layout: 'grid' }, 'layout'],
  [{ layout: 'toString' }, 'layout'],
  [{ theme: 'sepia' }, 'theme'],
  [{ look: 'bold' }, 'look'],
  [{ labels: 'below' }, 'labels'],
  [{ inputs: 'apart' }, 'inputs'],
])('pays all the same with %j', (attributes, name) => {
  expect(faulty(attributes)).toEqual([[name, false]]);
});

it('says what each should be, in the order to mend them, and never the secret', () => {
  const faults = faultsOf({ ...right, endpoint: '', intent: '', clientSecret: '', theme: 'x' }, base);
  expect(faults.map(({ attribute }) => attribute)).toEqual(['endpoint', 'intent', 'client-secret', 'theme']);
  for (const { expected } of faults) expect(expected).not.toBe('');
});

it('has no address without a place to start from', () => {
  expect(faultsOf(right, 'about:blank').map(({ attribute }) => attribute)).toEqual(['endpoint']);
});
