import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, formatNumber, regroup, regroupExpiry } from './index.js';
import type { TextWithCaret } from './index.js';

/** `4242 |42` is a text with its caret. */
function marked(text: string): TextWithCaret {
  return { text: text.replace('|', ''), caret: text.indexOf('|') };
}
const shown = ({ text, caret }: TextWithCaret) => `${text.slice(0, caret)}|${text.slice(caret)}`;

/** What a browser does to the text before anybody regroups it. */
function press(key: string, { text, caret }: TextWithCaret): TextWithCaret {
  if (key === '⌫')
    return { text: text.slice(0, Math.max(0, caret - 1)) + text.slice(caret), caret: Math.max(0, caret - 1) };
  if (key === '⌦') return { text: text.slice(0, caret) + text.slice(caret + 1), caret };
  return { text: text.slice(0, caret) + key + text.slice(caret), caret: caret + key.length };
}

describe('the number, one key at a time', () => {
  it.each([
    ['4242|', '1', '4242 1|'],
    ['424|2 42', '1', '4241 |242'],
    ['4|242 4242', '1', '41|24 2424 2'],
    ['4242 |4242', '⌫', '424|4 242'],
    ['4242| 4242', '⌦', '4242| 242'],
    ['4242 4|242', '⌫', '4242| 242'],
    ['4242 4|', '⌫', '4242|'],
    ['|4242', '⌫', '|4242'],
    ['4242|', '⌦', '4242|'],
    ['4242| 4242', 'x', '4242 |4242'],
    ['4242 42|', '٣', '4242 423|'],
    ['3782 8|22463', '9', '3782 89|2246 3'],
  ])('%s + %s → %s', (from, key, to) => {
    const before = marked(from);
    const result = regroup(formatNumber, press(key, before), before);
    expect(shown(result)).toBe(to);
  });

  it('a selection that holds a space alone deletes no digit', () => {
    expect(shown(regroup(formatNumber, marked('4242|4242'), { text: '4242 4242', caret: 4, end: 5 }))).toBe(
      '4242| 4242',
    );
  });

  it('word deletion over a space is not dead', () => {
    expect(shown(regroup(formatNumber, marked('4242|4242'), { text: '4242 4242', caret: 5 }))).toBe('424|4 242');
  });
});

it('any keys in any place behave as digits with a caret', () => {
  const key = fc.constantFrom(...'0123456789', '⌫', '⌦', '←', '→', ' ');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      let model = { digits: '', caret: 0 };
      let input: TextWithCaret = { text: '', caret: 0 };
      for (const pressed of keys) {
        const { digits, caret } = model;
        if (pressed === '←' || pressed === '→') {
          const moved = Math.min(digits.length, Math.max(0, caret + (pressed === '→' ? 1 : -1)));
          model = { digits, caret: moved };
          let place = 0;
          while (digitsOf(input.text.slice(0, place)).length < moved) place++;
          input = { text: input.text, caret: place };
          continue;
        }
        if (pressed === '⌫')
          model = {
            digits: digits.slice(0, Math.max(0, caret - 1)) + digits.slice(caret),
            caret: Math.max(0, caret - 1),
          };
        else if (pressed === '⌦') model = { digits: digits.slice(0, caret) + digits.slice(caret + 1), caret };
        else if (pressed !== ' ')
          model = { digits: digits.slice(0, caret) + pressed + digits.slice(caret), caret: caret + 1 };
        input = regroup(formatNumber, press(pressed, input), input);
        expect(digitsOf(input.text)).toBe(model.digits);
        expect(digitsOf(input.text.slice(0, input.caret)).length).toBe(model.caret);
        expect(input.text).toBe(formatNumber(model.digits));
      }
    }),
    { numRuns: 500 },
  );
});

describe('the expiry, one key at a time', () => {
  it.each([
    ['|', '4', '04 / |'],
    ['|', '1', '1|'],
    ['|', '0', '0|'],
    ['0|', '4', '04 / |'],
    ['1|', '2', '12 / |'],
    ['1|', '3', '01 / 3|'],
    ['1|', '/', '01 / |'],
    ['04 / |', '/', '04 / |'],
    ['04 / |', '4', '04 / 4|'],
    ['04 / 4|', '⌫', '04 / |'],
    ['04 / |', '⌫', '0|'],
    ['04 |/ 42', '⌫', '0| / 42'],
    ['0| / 42', '5', '05 / |42'],
    ['1|2 / 42', '⌫', '|2 / 42'],
    ['|2 / 42', '0', '0|2 / 42'],
    ['04| / 42', '⌦', '04| / 2'],
    ['04 / 42|', '1', '04 / 421|'],
  ])('%s + %s → %s', (from, key, to) => {
    const before = marked(from);
    expect(shown(regroupExpiry(press(key, before), before))).toBe(to);
  });

  it('typing digits at the end never loses one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,8}$/), (typed) => {
        let input: TextWithCaret = { text: '', caret: 0 };
        for (const key of typed) input = regroupExpiry(press(key, input), input);
        expect(digitsOf(input.text).endsWith(typed.slice(1))).toBe(true);
        expect(input.caret).toBe(input.text.length);
      }),
    );
  });

  it('every text can be emptied with the delete key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d/ ]{0,8}$/), (typed) => {
        let input: TextWithCaret = { text: '', caret: 0 };
        for (const key of typed) input = regroupExpiry(press(key, input), input);
        for (let left = 12; left > 0; left--) input = regroupExpiry(press('⌫', input), input);
        expect(input.text).toBe('');
      }),
    );
  });
});
