// What each token comes to in one scheme, where nobody has set anything: plain values, for tools that know no CSS.
import { converter, formatHex, interpolate, wcagLuminance } from 'culori';
import { aliasOf } from './source.mjs';

const rgb = converter('rgb');

/** `scheme`: `light` or `dark`. Path → DTCG value. */
export function resolveTokens(tokens, scheme) {
  const byPath = new Map(tokens.map((token) => [token.path, token]));
  const resolve = ({ type, value, dark, mix, times, contrast }) => {
    const alias = aliasOf(value);
    const base = alias ? resolve(byPath.get(alias)) : scheme === 'dark' && dark !== undefined ? dark : value;
    if (mix) return mixed(base, resolve(byPath.get(aliasOf(mix.with))), mix.share);
    if (times) return { ...base, value: Number((base.value * times).toFixed(4)) };
    if (contrast) return colorValue(wcagLuminance(colorOf(base)) < 0.179 ? '#ffffff' : '#000000');
    return type === 'color' ? colorValue(colorOf(base)) : base;
  };
  return new Map(tokens.map((token) => [token.path, resolve(token)]));
}

function mixed(base, other, share) {
  return colorValue(interpolate([colorOf(base), colorOf(other)], 'oklab')(share));
}

function colorOf({ components: [r, g, b] }) {
  return { mode: 'rgb', r, g, b };
}

function colorValue(color) {
  const hex = formatHex(color);
  const { r, g, b } = rgb(hex);
  return { colorSpace: 'srgb', components: [r, g, b].map((part) => Number(part.toFixed(4))), hex };
}
