import type { MethodOption } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredMethods } from '../checkout/method-list.js';
import { CountryChoice, ELSEWHERE } from './country-choice.js';

const momo = (...countries: string[]): MethodOption => ({
  type: 'mobile_money',
  operators: countries.map((country) => ({ id: `mtn_${country}`, label: 'MTN', country })),
});
const bank = (...countries: string[]): MethodOption => ({ type: 'redirect', countries });
const card: MethodOption = { type: 'card' };

function narrow(methods: MethodOption[], country?: string | null, wanted?: string) {
  const choice = new CountryChoice();
  choice.choose(wanted);
  const offered = choice.narrow(offeredMethods(methods), { country });
  return { choice, offered, keys: offered.map(({ key }) => key) };
}

describe('is asked for', () => {
  it.each<[string, MethodOption[], string[]]>([
    ['not where nothing differs', [card, { type: 'qr' }, bank()], []],
    ['not for one country alone', [bank('FR'), bank('FR')], ['FR']],
    ['for one country beside what is to be had anywhere', [card, momo('BJ')], ['BJ', ELSEWHERE]],
    ['for two', [bank('FR', 'BE')], ['FR', 'BE']],
    ['in the order of first appearance', [bank('CI'), momo('BJ', 'CI'), bank('SN', 'BJ')], ['CI', 'BJ', 'SN']],
    [
      'as a mobile money option ranks them, of those that have an operator',
      [{ ...momo('BJ', 'CI'), countries: ['SN', 'CI', 'BJ'] } as MethodOption],
      ['CI', 'BJ'],
    ],
  ])('%s', (_, methods, codes) => {
    const { choice } = narrow(methods);
    expect(choice.codes).toEqual(codes);
    expect(choice.isOpen).toBe(codes.length > 1);
  });
});

describe('is chosen beforehand', () => {
  const methods = [bank('FR'), momo('BJ', 'CI')];
  it.each<[string, MethodOption[], string | null | undefined, string | undefined, string | undefined]>([
    ['the first', methods, undefined, undefined, 'FR'],
    ['where the customer is', methods, 'ci', undefined, 'CI'],
    ['what the customer said', methods, 'CI', 'BJ', 'BJ'],
    ['not what is not offered any more', methods, 'CI', 'SN', 'CI'],
    ['the first, for somebody who can pay nowhere else', methods, 'US', undefined, 'FR'],
    ['elsewhere, for somebody who is there', [card, ...methods], 'US', undefined, ELSEWHERE],
    ['none, where none is named', [card], 'FR', undefined, undefined],
  ])('%s', (_, offered, country, wanted, chosen) => {
    expect(narrow(offered, country, wanted).choice.chosen).toBe(chosen);
  });
});

it('leaves what is to be had there, with the operators that work there, in the merchant’s order', () => {
  const methods = [card, bank('FR', 'BJ'), momo('BJ', 'CI'), { type: 'qr' } as MethodOption, momo('CI')];
  expect(narrow(methods, 'BJ').keys).toEqual(['card-0', 'redirect-0', 'mobile_money-0', 'qr-0']);
  expect(narrow(methods, null, ELSEWHERE).keys).toEqual(['card-0', 'qr-0']);
  const { offered } = narrow(methods, null, 'CI');
  expect(offered.map((method) => 'operators' in method && method.operators.map(({ id }) => id))).toEqual([
    false,
    ['mtn_CI'],
    false,
    ['mtn_CI'],
  ]);
});

it('every country has a way to pay, and every way to pay a country', () => {
  const country = fc.constantFrom('FR', 'BJ', 'CI', 'SN');
  const some = fc.uniqueArray(country, { minLength: 1 });
  const method = fc.oneof(
    fc.constant(card),
    fc.array(country).map((countries) => bank(...countries)),
    some.map((countries) => momo(...countries)),
  );
  fc.assert(
    fc.property(fc.array(method), fc.option(fc.constantFrom('FR', 'CI', 'US')), (methods, home) => {
      const { choice } = narrow(methods, home);
      const found = new Set<string>();
      for (const code of choice.codes) {
        const { keys, choice: chosen, offered } = narrow(methods, home, code);
        expect(chosen.chosen).toBe(code);
        expect(keys.length).toBeGreaterThan(0);
        for (const each of offered) expect('operators' in each ? each.operators.length : 1).toBeGreaterThan(0);
        for (const key of keys) found.add(key);
      }
      expect(choice.codes.includes(choice.chosen ?? '?')).toBe(choice.codes.length > 0);
      const all = choice.codes.length === 0 ? narrow(methods, home).keys : [...found];
      expect(all).toHaveLength(methods.length);
    }),
  );
});
