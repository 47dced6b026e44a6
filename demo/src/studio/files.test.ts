import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAddress, toAddress } from './address.js';
import { toAppearance } from './appearance-file.js';
import { toCss } from './css-file.js';
import { choiceNames, choices, plain, type Design } from './design.js';
import { toDtcg } from './dtcg-file.js';
import type { Resolved } from './figures.js';
import { readFile } from './import-file.js';
import { presets } from './presets.js';
import type { Accepts } from './reading.js';
import { tokens, type Token } from './tokens.js';

const anything: Accepts = () => true;
/** No browser computes here: what the format cannot say stays unsaid. */
const resolved = { light: {} as Resolved, dark: {} as Resolved };

const hex = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** None of these is what a token is by itself: a file that says so much says nothing. */
const px = fc.integer({ min: 61, max: 80 }).map((value) => `${value}px`);

const valueOf: Record<Token['type'], fc.Arbitrary<string>> = {
  color: fc.oneof(
    hex,
    fc.tuple(hex, hex).map(([light, dark]) => (light === dark ? light : `light-dark(${light}, ${dark})`)),
  ),
  dimension: fc.oneof(px, fc.constantFrom('1.25rem', '0.5rem')),
  fontFamily: fc.constantFrom('"Palatino Linotype", Georgia, serif', 'Georgia, serif'),
  fontWeight: fc.constantFrom('300', '700', '900'),
  number: fc.constantFrom('1', '1.25', '2'),
  duration: fc.constantFrom('0ms', '75ms', '0.3s'),
  cubicBezier: fc.constantFrom('cubic-bezier(0.3, 0, 0, 1)', 'cubic-bezier(0, 0, 1, 1)'),
  shadow: fc.tuple(px, px, px, px, hex).map((parts) => parts.join(' ')),
};

const designs: fc.Arbitrary<Design> = fc.record({
  choices: fc.record(
    Object.fromEntries(choiceNames.map((name) => [name, fc.constantFrom(...Object.keys(choices[name]).slice(1))])),
    { requiredKeys: [] },
  ),
  variables: fc.record(Object.fromEntries(tokens.map(({ name, type }) => [name, valueOf[type]])), {
    requiredKeys: [],
  }),
});

describe('what is written is read back as it was', () => {
  const kinds: Record<string, (design: Design) => string> = {
    CSS: toCss,
    appearance: toAppearance,
    'DTCG, what differs': (design) => toDtcg(design, resolved, true),
    'DTCG, all of it': (design) => toDtcg(design, resolved, false),
  };
  it.each(Object.entries(kinds))('%s', (_, write) => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(readFile(write(design), anything)).toEqual({ design, left: [] });
      }),
    );
  });

  it('an address, with what is looked at', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const view = { state: 'otp.fresh', locale: 'ar', width: '320' };
        expect(fromAddress(`#${toAddress(design, view)}`, anything)).toEqual({ design, view, left: [] });
      }),
    );
  });

  it.each(Object.entries(presets))('%s', (_, design) => {
    expect(readFile(toCss(design), anything).design).toEqual(design);
    expect(readFile(toDtcg(design, resolved, false), anything).design).toEqual(design);
  });
});

describe('what is not known', () => {
  it('is left out of an address, and said', () => {
    const { design, left } = fromAddress('#v=9&look=baroque&colorMood=red&borderRadius=3px', anything);
    expect(design).toEqual({ choices: {}, variables: { borderRadius: '3px' } });
    expect(left).toEqual([
      'This address was written by another version of the studio (9).',
      'look: “baroque” is not one of clean, outlined, soft, dense.',
      'colorMood: there is no such token.',
    ]);
  });

  it('is left out of a style sheet, and said; what is not Florin’s is no matter', () => {
    const sheet = 'body { color: red } florin-checkout { --florin-color-mood: red; --florin-border-radius: 3px }';
    const { design, left } = readFile(sheet, anything);
    expect(design.variables).toEqual({ borderRadius: '3px' });
    expect(left).toEqual(['--florin-color-mood: there is no such token.']);
  });

  it('of appearance: rules are the page’s own', () => {
    const { left } = readFile('{ "rules": { "button": { "color": "red" } }, "look": "soft" }', anything);
    expect(left).toEqual(['rules: the studio sets tokens only. Keep them in your own file.']);
  });

  it('is said where it is no file of these', () => {
    expect(() => readFile('Dear all,', anything)).toThrow('neither CSS');
    expect(() => readFile('{ "look": ', anything)).toThrow('begins as JSON and is not');
    expect(readFile('{}', anything)).toEqual({ design: plain, left: [] });
  });
});

describe('a value from a stranger', () => {
  it.each(['red; } body { display: none', 'url(https://example.com/a)', 'red /* */', 'var(--other)', '', '</style>'])(
    'is left out: %s',
    (value) => {
      const text = JSON.stringify({ variables: { colorPrimary: value } });
      expect(readFile(text, anything).design).toEqual(plain);
    },
  );
});

describe('a DTCG file of another hand', () => {
  const read = (color: object) => readFile(JSON.stringify({ color: { $type: 'color', ...color } }), anything);

  it('may give a colour in another space, or as a string', () => {
    const { design } = read({
      primary: { $value: { colorSpace: 'oklch', components: [0.5, 0.2, 264] } },
      text: { $value: '#112233' },
    });
    expect(design.variables).toEqual({ colorPrimary: 'oklch(0.5 0.2 264)', colorText: '#112233' });
  });

  it('may refer to a token of its own', () => {
    const { design } = read({ primary: { $value: '#112233' }, border: { $value: '{color.primary}' } });
    expect(design.variables).toEqual({ colorPrimary: '#112233', colorBorder: '#112233' });
  });

  it('is not followed in a circle', () => {
    const { left } = read({ primary: { $value: '{color.text}' }, text: { $value: '{color.primary}' } });
    expect(left).toEqual(['color.primary: its value cannot be read.', 'color.text: its value cannot be read.']);
  });
});
