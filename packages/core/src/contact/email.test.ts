import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEmail } from './index.js';

describe('is taken as it is', () => {
  it.each([
    'name@example.com',
    'first.last+shop@sub.example.co.uk',
    "o'brien@example.ie",
    'a@b.co',
    'Name@Example.COM',
    '用户@例子.公司',
    'δοκιμή@παράδειγμα.ελ',
    'مستخدم@مثال.السعودية',
    'jörg@münchen.de',
    '_@example.museum',
    'taro@例え。jp',
  ])('%s', (email) => {
    expect(checkEmail(email)).toEqual({ state: 'valid', value: email });
  });
});

it.each([
  ['  name@example.com \n', 'name@example.com'],
  ['\u200fname@example.com\u200e', 'name@example.com'],
  ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'taro@example.jp'],
])('%j is %s', (text, value) => {
  expect(checkEmail(text)).toEqual({ state: 'valid', value });
});

it.each([
  ['', 'incomplete', 'empty'],
  ['  ', 'incomplete', 'empty'],
  ['name', 'incomplete', 'form'],
  ['name@', 'wrong', 'form'],
  ['name@example', 'incomplete', 'form'],
  ['name@example.', 'incomplete', 'form'],
  ['name@.com', 'incomplete', 'form'],
  ['name@example..com', 'incomplete', 'form'],
  ['@example.com', 'wrong', 'form'],
  ['a@b@example.com', 'wrong', 'form'],
  ['my name@example.com', 'wrong', 'form'],
  [`${'x'.repeat(243)}@example.com`, 'wrong', 'too_long'],
])('%j: %s, %s', (text, state, reason) => {
  expect(checkEmail(text)).toEqual({ state, reason });
});

it('takes 254 characters', () => {
  expect(checkEmail(`${'x'.repeat(242)}@example.com`).state).toBe('valid');
});

it('no text throws, and what is valid is what the contract takes, and stays so', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.stringMatching(/^[a@.\s]{0,9}$/)),
      (text) => {
        const check = checkEmail(text);
        if (check.state !== 'valid') return;
        expect(check.value).toMatch(/^[^@\s]+@[^@\s]+$/);
        expect(check.value.length).toBeLessThanOrEqual(254);
        expect(checkEmail(check.value)).toEqual(check);
      },
    ),
  );
});
