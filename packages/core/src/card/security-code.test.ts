import { describe, expect, it } from 'vitest';
import { brandById, checkCvc } from './index.js';
import type { BrandId, CvcReason } from './index.js';

describe('security code', () => {
  it.each<[text: string, brand: BrandId | undefined, value: string]>([
    ['123', undefined, '123'],
    ['1234', undefined, '1234'],
    ['000', undefined, '000'],
    ['123', 'visa', '123'],
    ['1234', 'amex', '1234'],
    ['123', 'unionpay', '123'],
    ['007', 'maestro', '007'],
    ['123', 'mir', '123'],
    ['١٢٣', 'visa', '123'],
    ['۱۲۳', 'visa', '123'],
    ['১২৩', 'visa', '123'],
    ['१२३', 'visa', '123'],
    ['１２３', 'visa', '123'],
    [' 123 ', 'visa', '123'],
    ['1 2 3', 'visa', '123'],
    ['1-2-3', 'visa', '123'],
    ['\u200f123\u200f', 'visa', '123'],
    ['CVV 123', 'visa', '123'],
  ])('%j (%s) is %s', (text, brand, value) => {
    expect(checkCvc(text, brand && brandById(brand))).toEqual({ state: 'valid', value });
  });

  it.each<[text: string, brand: BrandId | undefined, state: string, reason: CvcReason]>([
    ['', undefined, 'incomplete', 'empty'],
    [' ', undefined, 'incomplete', 'empty'],
    ['abc', 'visa', 'incomplete', 'empty'],
    ['•••', 'visa', 'incomplete', 'empty'],
    ['¹²³', 'visa', 'incomplete', 'empty'],
    ['1', undefined, 'incomplete', 'too_short'],
    ['12', undefined, 'incomplete', 'too_short'],
    ['12', 'visa', 'incomplete', 'too_short'],
    ['123', 'amex', 'incomplete', 'too_short'],
    ['1234', 'visa', 'wrong', 'too_long'],
    ['1234', 'jcb', 'wrong', 'too_long'],
    ['12345', undefined, 'wrong', 'too_long'],
    ['12345', 'amex', 'wrong', 'too_long'],
    ['4242424242424242', 'visa', 'wrong', 'too_long'],
  ])('%j (%s) is %s: %s', (text, brand, state, reason) => {
    expect(checkCvc(text, brand && brandById(brand))).toEqual({ state, reason });
  });
});
