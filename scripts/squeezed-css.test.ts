import { expect, test } from 'vitest';
import { squeezeCss } from './squeezed-css.mjs';

test('comments and idle white space go', () => {
  const text = `
    :host {
      /* Why: because. */
      color: red;
      margin: 0 auto;
    }
    \${shared}
    a,
    b > c {
      color: var(--_x);
    }
  `;
  expect(squeezeCss(text)).toBe(':host{color:red;margin:0 auto}${shared} a,b > c{color:var(--_x)}');
});

test('white space that parts things stays', () => {
  const text = `.a :is(b, .c) + :focus { inline-size: calc(1px + 2px); grid-area: 1 / 2; transition: a 1s, b 2s; }`;
  expect(squeezeCss(text)).toBe(
    '.a :is(b,.c) + :focus{inline-size:calc(1px + 2px);grid-area:1 / 2;transition:a 1s,b 2s}',
  );
});

test('conditions keep their words apart', () => {
  const text = `@media (pointer: coarse) and (min-width: 1px) { a { b: c; } }`;
  expect(squeezeCss(text)).toBe('@media (pointer:coarse) and (min-width:1px){a{b:c}}');
});

test('quoted text is left as it is', () => {
  expect(squeezeCss(`a::before { content: ' ; /x '; }`)).toBe(`a::before{content:' ; /x '}`);
});
