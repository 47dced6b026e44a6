import { clampRgb, converter, formatHex, parse } from 'culori';
import { splitOutside } from './design.js';
import type { TokenType } from './tokens.js';

const rgb = converter('rgb');

/** CSS → the value of a token in the DTCG format (2025.10). Null for what the format has no way to say. */
export function valueFromCss(type: TokenType, css: string): unknown {
  switch (type) {
    case 'color':
      return colorFromCss(css);
    case 'dimension':
      return measureFromCss(css, ['px', 'rem']);
    case 'duration':
      return measureFromCss(css, ['ms', 's']);
    case 'fontFamily':
      return splitOutside(css, ',').map((family) => family.replace(/^(["'])(.*)\1$/, '$2'));
    case 'cubicBezier':
      return easingFromCss(css);
    case 'shadow':
      return shadowFromCss(css);
    default:
      return Number.isFinite(Number(css)) ? Number(css) : null;
  }
}

function colorFromCss(css: string): unknown {
  const parsed = parse(css);
  if (!parsed) return null;
  const { r, g, b, alpha = 1 } = clampRgb(rgb(parsed));
  const components = [r, g, b].map((part) => Number(part.toFixed(4)));
  return { colorSpace: 'srgb', components, ...(alpha < 1 && { alpha }), hex: formatHex({ mode: 'rgb', r, g, b }) };
}

function measureFromCss(css: string, units: readonly string[]): unknown {
  const [, value, unit = ''] = /^(-?[\d.]+)([a-z]*)$/.exec(css) ?? [];
  if (value === undefined) return null;
  if (Number(value) === 0 && !unit) return { value: 0, unit: units[0] };
  return units.includes(unit) ? { value: Number(value), unit } : null;
}

const easings: Readonly<Record<string, readonly number[]>> = {
  linear: [0, 0, 1, 1],
  ease: [0.25, 0.1, 0.25, 1],
  'ease-in': [0.42, 0, 1, 1],
  'ease-out': [0, 0, 0.58, 1],
  'ease-in-out': [0.42, 0, 0.58, 1],
};

function easingFromCss(css: string): unknown {
  const points = /^cubic-bezier\((.+)\)$/.exec(css)?.[1]?.split(',').map(Number);
  return easings[css] ?? (points?.length === 4 && points.every(Number.isFinite) ? points : null);
}

const nothing = { value: 0, unit: 'px' };
const unseen = { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0, hex: '#000000' };

function shadowFromCss(css: string): unknown {
  if (css === 'none') return { color: unseen, offsetX: nothing, offsetY: nothing, blur: nothing, spread: nothing };
  const layers = splitOutside(css, ',').map((layer) => {
    const words = splitOutside(layer, ' ');
    const lengths = words.map((word) => measureFromCss(word, ['px', 'rem'])).filter((length) => length !== null);
    const color = words.map((word) => colorFromCss(word)).find((each) => each !== null);
    const [offsetX, offsetY, blur = nothing, spread = nothing] = lengths;
    const inset = words.includes('inset');
    return offsetX && offsetY && color ? { color, offsetX, offsetY, blur, spread, ...(inset && { inset }) } : null;
  });
  if (layers.includes(null)) return null;
  return layers.length === 1 ? layers[0] : layers;
}

/** The value of a token in the DTCG format → CSS. Null for what it does not make sense of. */
export function cssFromValue(type: TokenType, value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    if (type === 'fontFamily') return value.map((family) => quoted(String(family))).join(', ');
    if (type === 'cubicBezier') return `cubic-bezier(${value.join(', ')})`;
    const layers = value.map((layer) => cssFromValue(type, layer));
    return layers.includes(null) ? null : layers.join(', ');
  }
  if (!isRecord(value)) return null;
  if (type === 'color') return cssOfColor(value);
  if (type === 'shadow') return cssOfShadow(value);
  return 'value' in value && 'unit' in value ? `${String(value['value'])}${String(value['unit'])}` : null;
}

const generic = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+|math|[\w-]+)$/;

function quoted(family: string): string {
  return generic.test(family) ? family : `"${family.replaceAll('"', '')}"`;
}

function cssOfColor({ colorSpace, components, alpha = 1, hex }: Readonly<Record<string, unknown>>): string | null {
  if (colorSpace === 'srgb' && alpha === 1 && typeof hex === 'string') return hex;
  if (!Array.isArray(components) || typeof colorSpace !== 'string') return null;
  if (colorSpace === 'srgb') {
    const channels = components.map((part) => Math.round(Number(part) * 255)).join(' ');
    return `rgb(${channels} / ${Number((Number(alpha) * 100).toFixed(2))}%)`;
  }
  const share = alpha === 1 ? '' : ` / ${String(alpha)}`;
  if (/^(ok)?l(ab|ch)$/.test(colorSpace)) return `${colorSpace}(${components.join(' ')}${share})`;
  if (/^(hsl|hwb)$/.test(colorSpace)) {
    const [hue, ...rest] = components;
    return `${colorSpace}(${String(hue)} ${rest.map((part) => `${String(part)}%`).join(' ')}${share})`;
  }
  return `color(${colorSpace} ${components.join(' ')}${share})`;
}

function cssOfShadow(shadow: Readonly<Record<string, unknown>>): string | null {
  const { color, inset } = shadow;
  if (isRecord(color) && color['alpha'] === 0) return 'none';
  const parts = [
    ...['offsetX', 'offsetY', 'blur', 'spread'].map((name) => cssFromValue('dimension', shadow[name])),
    cssFromValue('color', color),
  ];
  return parts.includes(null) ? null : [...parts, ...(inset === true ? ['inset'] : [])].join(' ');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
