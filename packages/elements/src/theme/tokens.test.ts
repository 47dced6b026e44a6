import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import dark from '../../tokens/florin.dark.tokens.json' with { type: 'json' };
import light from '../../tokens/florin.light.tokens.json' with { type: 'json' };
import { place } from '../checkout/place.fixture.js';
import '../define/pay-button.js';
import { basicVariableNames, variableNames } from './token-names.js';

interface Token {
  $type: string;
  $value: unknown;
}

/** Path, written as in CSS, → token. */
function flat(group: object, path = ''): [string, Token][] {
  return Object.entries(group).flatMap(([name, inner]: [string, unknown]) => {
    if (name.startsWith('$')) return [];
    const own = path ? `${path}-${name}` : name;
    return '$value' in (inner as object) ? [[own, inner as Token] as [string, Token]] : flat(inner as object, own);
  });
}

/** A CSS property that takes a value of the type, and what the browser makes of the plain value there. */
const properties: Record<string, { property: string; text(value: never): string }> = {
  color: { property: 'background-color', text: ({ hex }: { hex: string }) => hex },
  dimension: { property: 'margin-top', text: ({ value, unit }: { value: number; unit: string }) => `${value}${unit}` },
  fontFamily: { property: 'font-family', text: (names: string[]) => names.join(', ') },
  fontWeight: { property: 'font-weight', text: String },
  number: { property: 'line-height', text: String },
  duration: {
    property: 'transition-duration',
    text: ({ value, unit }: { value: number; unit: string }) => `${value}${unit}`,
  },
  cubicBezier: {
    property: 'transition-timing-function',
    text: (points: number[]) => `cubic-bezier(${points.join(', ')})`,
  },
};

let host: HTMLElement;

beforeEach(async () => {
  host = await place('florin-pay-button');
});

afterEach(() => {
  document.body.replaceChildren();
});

/** What a property comes to inside the element, in bytes of sRGB for a colour. */
function computed(property: string, text: string): string {
  const probe = document.createElement('div');
  host.shadowRoot?.append(probe);
  probe.style.setProperty(property, text);
  const value = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return value;
}

function bytes(color: string): number[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

describe.each(Object.entries({ light, dark }))('in a %s scheme', (theme, file) => {
  const tokens = flat(file).filter(([, { $type }]) => $type !== 'shadow');
  const isColor = ([, { $type }]: [string, Token]) => $type === 'color';

  beforeEach(() => {
    host.style.colorScheme = theme;
  });

  /** As Chromium has it, and as the file says it. */
  function both(name: string, { $type, $value }: Token): [painted: string, written: string] {
    const { property, text } = properties[$type] ?? { property: '', text: () => '' };
    return [computed(property, `var(--_${name})`), computed(property, text($value as never))];
  }

  it.each(tokens.filter(isColor))('%s is the colour that the file for design tools says', (name, token) => {
    const [painted = [], written = []] = both(name, token).map(bytes);
    // Rounded once by us and once by the browser.
    expect(Math.max(...painted.map((part, index) => Math.abs(part - (written[index] ?? 999))))).toBeLessThanOrEqual(1);
  });

  it.each(tokens.filter((token) => !isColor(token)))('%s is what the file for design tools says', (name, token) => {
    const [painted, written] = both(name, token);
    expect(painted).not.toBe('');
    expect(painted).toBe(written);
  });
});

it('the page decides over the default, and what is derived follows', () => {
  host.style.setProperty('--florin-color-text', 'rgb(10 20 30)');
  host.style.setProperty('--florin-spacing-unit', '10px');
  expect(computed('color', 'var(--_field-text)')).toBe('rgb(10, 20, 30)');
  expect(computed('margin-top', 'var(--_spacing-block)')).toBe('40px');
});

it('a look changes a default, also of an element inside, and never what the page has said', async () => {
  document.body.setAttribute('look', 'soft');
  host.setAttribute('look', 'soft');
  const inner = await place('florin-pay-button', {}, host.shadowRoot as unknown as Element);
  const outer = host;
  host = inner;
  expect(computed('margin-top', 'var(--_border-radius)')).toBe('14px');
  outer.style.setProperty('--florin-border-radius', '3px');
  expect(computed('margin-top', 'var(--_border-radius)')).toBe('3px');
  document.body.removeAttribute('look');
});

it.each([
  ['#000', 'white'],
  ['#fff', 'black'],
  ['#767676', 'black'],
  ['#757575', 'white'],
  ['#737373', 'white'],
  ['#f00', 'black'],
  ['#00f', 'white'],
  ['#1f4fd8', 'white'],
])('words on %s are %s', (primary, words) => {
  host.style.setProperty('--florin-color-primary', primary);
  expect(bytes(computed('color', 'var(--_color-on-primary)'))).toEqual(bytes(words));
});

it('has each name once, the seven basic ones among them', () => {
  expect(new Set(variableNames).size).toBe(variableNames.length);
  expect(variableNames).toHaveLength(flat(light).length);
  expect(basicVariableNames).toEqual([
    'colorPrimary',
    'colorBackground',
    'colorText',
    'colorDanger',
    'fontFamily',
    'spacingUnit',
    'borderRadius',
  ]);
});
