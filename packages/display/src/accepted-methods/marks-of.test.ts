import { expect, it } from 'vitest';
import { marksOf } from './marks-of.js';

const namesOf = (methods: string) => marksOf(methods).map(({ name }) => name);
const isDrawn = (methods: string) => marksOf(methods).map(({ drawing }) => drawing !== undefined);

it('a scheme has its mark, whether by id or by name; any other word is written as it stands', () => {
  const methods = 'visa, American Express,cartes_bancaires , Alma,  MTN  MoMo, bunq';
  expect(namesOf(methods)).toEqual(['Visa', 'American Express', 'CB', 'Alma', 'MTN MoMo', 'bunq']);
  expect(isDrawn(methods)).toEqual([true, true, true, false, false, false]);
  expect(marksOf('visa')[0]?.drawing?.lines.map(({ text }) => text)).toEqual(['VISA']);
});

it('nobody reads an underscore', () => {
  expect(namesOf('apple_pay, carte_blanche')).toEqual(['Apple Pay', 'Carte Blanche']);
});

it('each stands there once, in the order of the page', () => {
  expect(namesOf('Alma, visa, alma, Visa, mastercard, VISA')).toEqual(['Alma', 'Visa', 'Mastercard']);
});

it('names of other scripts stay as they are', () => {
  expect(namesOf('مدى, 微信支付, Ödeme')).toEqual(['مدى', '微信支付', 'Ödeme']);
});

it.each(['', ' ', ',', ' , ,'])('%j is none', (methods) => {
  expect(marksOf(methods)).toEqual([]);
});

it('a word of the language is no scheme', () => {
  expect(isDrawn('constructor, __proto__')).toEqual([false, false]);
});
