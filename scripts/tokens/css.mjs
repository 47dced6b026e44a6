// A token as CSS: what stands behind the colon.
import { aliasOf, cssName } from './source.mjs';

const reference = (path) => `var(--_${cssName(path)})`;

/** The value in a light and in a dark scheme, as one CSS value. */
export function cssOf({ type, value, dark, mix, times, contrast }) {
  const alias = aliasOf(value);
  const base = alias ? reference(alias) : literal(type, value);
  if (mix) {
    const share = Math.round(mix.share * 100);
    return `color-mix(in oklab, ${base}, ${reference(aliasOf(mix.with))} ${share}%)`;
  }
  if (times) return `calc(${base} * ${times})`;
  if (contrast) return blackOrWhite(base);
  return dark === undefined ? base : `light-dark(${base}, ${literal(type, dark)})`;
}

/**
 * Black or white, whichever is read better: the two contrasts are the same, 4.58 to 1, where the relative luminance is
 * 0.179 (WCAG 2.2, relative luminance), which is what XYZ calls y. So words on any colour at all have 4.5 to 1.
 */
function blackOrWhite(color) {
  const light = 'clamp(0, (0.179 - y) * 9999, 1)';
  return `color(from ${color} xyz calc(0.9505 * ${light}) ${light} calc(1.089 * ${light}))`;
}

export function literal(type, value) {
  switch (type) {
    case 'color':
      return colorLiteral(value);
    case 'dimension':
    case 'duration':
      return `${value.value}${value.unit}`;
    case 'fontFamily':
      return value.join(', ');
    case 'cubicBezier':
      return `cubic-bezier(${value.join(', ')})`;
    case 'shadow':
      return shadowLiteral(value);
    default:
      return String(value);
  }
}

function colorLiteral({ components, alpha = 1, hex }) {
  if (alpha === 1) return shortened(hex);
  return `rgb(${components.map((part) => Math.round(part * 255)).join(' ')} / ${Math.round(alpha * 100)}%)`;
}

function shortened(hex) {
  return hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
}

function shadowLiteral({ color, offsetX, offsetY, blur, spread }) {
  if (color.alpha === 0) return 'none';
  const lengths = [offsetX, offsetY, blur, spread].map((length) => literal('dimension', length).replace(/^0px$/, '0'));
  return `${lengths.join(' ')} ${colorLiteral(color)}`;
}
