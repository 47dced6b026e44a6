import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ibanGroups } from './iban.js';

describe('an account number', () => {
  it.each([
    ['DE89370400440532013000', 'DE89 3704 0044 0532 0130 00'],
    ['de89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['RF18 5390 0754 7034', 'RF18 5390 0754 7034'],
    ['GB82WEST12345698765432', 'GB82 WEST 1234 5698 7654 32'],
    ['MT84MALT011000012345MTLCAST001S', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S'],
  ])('is read in groups of four: %s', (text, groups) => {
    expect(ibanGroups(text)?.join(' ')).toBe(groups);
  });

  it.each(['DE89370400440532013001', 'FR12ORDER123456789', '1024', '', 'Atelier Nord', 'DE89'])(
    'is not what only looks like one: %j',
    (text) => {
      expect(ibanGroups(text)).toBeNull();
    },
  );

  it('loses nothing, and one wrong digit makes it another text', () => {
    const digits = fc.stringMatching(/^[0-9]{18}$/);
    fc.assert(
      fc.property(digits, fc.nat(17), fc.integer({ min: 1, max: 9 }), (account, at, by) => {
        const check = String(98 - Number(BigInt(`${account}131400`) % 97n)).padStart(2, '0');
        expect(ibanGroups(`DE${check}${account}`)?.join('')).toBe(`DE${check}${account}`);
        const wrong = [...account];
        wrong[at] = String((Number(account[at]) + by) % 10);
        expect(ibanGroups(`DE${check}${wrong.join('')}`)).toBeNull();
      }),
    );
  });
});
