import { expect, it } from 'vitest';
import { sheetOf, type Refusal } from './appearance-rules.js';

const parts = new Set(['input', 'pay-button']);

function sheetFor(rules: Record<string, Record<string, string>>) {
  const refusals: Refusal[] = [];
  const sheet = sheetOf(rules, '1', parts, (refusal) => refusals.push(refusal));
  return { texts: [...sheet.cssRules].map(({ cssText }) => cssText), refusals };
}

it('styles parts and their states, by names in CSS or in script', () => {
  const { texts, refusals } = sheetFor({
    'input:focus': { 'box-shadow': 'none', borderColor: 'red' },
    'input::placeholder': { color: 'gray' },
    'pay-button:hover:not(:disabled)': { textTransform: 'uppercase', '--own': '1px' },
  });
  expect(refusals).toEqual([]);
  expect(texts[0]).toMatch(/^\[data-florin-look="1"\]::part\(input\):focus \{.*box-shadow: none; border-color: red;/);
  expect(texts[1]).toContain('::part(input)::placeholder');
  expect(texts[2]).toContain('--own: 1px');
});

it.each([
  'body',
  '*',
  'input, body',
  'input) body',
  'input:is(a{})',
  'input {} body',
  'input > a',
  '.input',
  '',
  'input:no-such-thing(',
])('reaches nothing else: %j', (selector) => {
  const { texts, refusals } = sheetFor({ [selector]: { color: 'red' } });
  expect(texts.every((text) => text.startsWith('[data-florin-look="1"]::part('))).toBe(true);
  expect(refusals).toHaveLength(1);
});

it('names the part that there is not, and the declaration that the browser does not take', () => {
  const { refusals } = sheetFor({ inputt: { color: 'red' }, input: { color: 'rde', background: 'red !important' } });
  expect(refusals).toEqual([
    { what: 'inputt', why: 'part' },
    { what: 'input { color: rde }', why: 'declaration' },
    { what: 'input { background: red !important }', why: 'declaration' },
  ]);
});

it.each([
  ['background', 'url(https://elsewhere.example/focus)'],
  ['background-image', 'image-set("https://elsewhere.example/focus" 1x)'],
  ['--image', 'url(https://elsewhere.example/focus)'],
  ['--image', '\\75rl(https://elsewhere.example/focus)'],
  ['background', '\\75rl(https://elsewhere.example/focus)'],
])('fetches nothing: %s: %s', (property, value) => {
  const { texts, refusals } = sheetFor({ 'input:focus': { color: 'red', [property]: value } });
  expect(texts.join()).not.toContain('elsewhere');
  expect(texts.join()).toContain('color: red');
  expect(refusals).toEqual([{ what: `input:focus { ${property}: ${value} }`, why: 'declaration' }]);
});

it('takes a rule without declarations', () => {
  expect(sheetFor({ input: null as never }).refusals).toEqual([]);
});

it('does not let a value close the rule', () => {
  const { texts } = sheetFor({ input: { color: 'red} body {display: none' } });
  expect(texts).toEqual(['[data-florin-look="1"]::part(input) { }']);
});
