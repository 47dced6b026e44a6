import type { Accepts } from './reading.js';
import type { TokenType } from './tokens.js';

/** A property that takes what a token of this type may be, and nothing else. */
const property: Readonly<Record<TokenType, string>> = {
  color: 'color',
  dimension: 'outline-offset',
  fontFamily: 'font-family',
  fontWeight: 'font-weight',
  number: 'flex-grow',
  duration: 'transition-duration',
  cubicBezier: 'transition-timing-function',
  shadow: 'box-shadow',
};

/** Means something else in a token than in the property that it ends up in. */
const cssWide = /^(inherit|initial|unset|revert|revert-layer)$/i;

/** With these the browser takes anything: what comes of it is known too late. */
const unknown = /(?:var|env|attr|url|src|image|image-set)\(/i;

/** As the browser sees it. */
export const accepts: Accepts = ({ type, path }, value) => {
  if (cssWide.test(value.trim()) || unknown.test(value) || !CSS.supports(property[type], value)) return false;
  if (type === 'duration' || type === 'cubicBezier') return !/,(?![^(]*\))/.test(value);
  if (type !== 'dimension') return true;
  // Others are made of it: without a unit there is nothing to calculate with.
  return (
    CSS.supports('outline-offset', `calc(${value} * 2)`) && (path === 'focus.offset' || !value.trim().startsWith('-'))
  );
};

/** What to say where it is not accepted. */
export const asked: Readonly<Record<TokenType, string>> = {
  color: 'A CSS colour: #1f4fd8, oklch(0.5 0.2 264)',
  dimension: 'A length with its unit: 8px, 0.5rem',
  fontFamily: 'Typefaces, split by commas',
  fontWeight: 'A weight from 1 to 1000',
  number: 'A number: 1.5',
  duration: 'A time with its unit: 150ms',
  cubicBezier: 'A timing: ease-out, cubic-bezier(0.2, 0, 0, 1)',
  shadow: 'A shadow: 0 2px 8px rgb(0 0 0 / 16%), or none',
};
