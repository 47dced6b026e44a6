import type { FieldOptions, Fields } from './control.js';
import { element } from './element.js';
import type { TokenType } from './tokens.js';

/** A slider, where there is one: the largest value, the step, and the unit that it writes. */
interface Slide {
  max: number;
  step: number;
  unit: string;
}

const proposals: Partial<Record<TokenType, readonly string[]>> = {
  fontFamily: [
    'system-ui, sans-serif',
    '"Helvetica Neue", Arial, sans-serif',
    '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif',
    'ui-rounded, "SF Pro Rounded", Nunito, system-ui, sans-serif',
    'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  ],
  cubicBezier: ['linear', 'ease-out', 'ease-in-out', 'cubic-bezier(0.2, 0, 0, 1)'],
  shadow: ['none', '0 1px 2px rgb(0 0 0 / 12%)', '0 2px 8px rgb(0 0 0 / 16%)', '0 8px 24px rgb(0 0 0 / 20%)'],
};

/** A length, a typeface, a time: written, and where it is a number slid. */
export function plainField({ token, label, describedBy, set, check }: FieldOptions): Fields {
  const field = element('input', {
    type: 'text',
    spellcheck: false,
    autocomplete: 'off',
    aria: { label, describedby: describedBy },
  });
  field.addEventListener('change', () => {
    const value = field.value.trim() === '0' && token.type === 'dimension' ? '0px' : field.value.trim();
    if (value !== '' && check(field, value)) set(value);
  });
  const elements: HTMLElement[] = [field];

  const proposed = proposals[token.type];
  if (proposed) {
    const list = element(
      'datalist',
      { id: `values-${token.name}` },
      ...proposed.map((value) => new Option(value, value)),
    );
    field.setAttribute('list', list.id);
    elements.push(list);
  }

  const slide = slideOf(token.type, token.path);
  const slider =
    slide && element('input', { type: 'range', min: '0', max: String(slide.max), step: String(slide.step) });
  if (slider) {
    slider.setAttribute('aria-label', `${label}: slide`);
    slider.addEventListener('input', () => {
      slider.setAttribute('aria-valuetext', `${slider.value}${slide.unit}`);
      set(`${slider.value}${slide.unit}`);
    });
    elements.unshift(slider);
  }

  return {
    elements: [element('div', { className: 'plain' }, ...elements)],
    show(value, derived) {
      field.value = value ?? '';
      field.placeholder = derived?.light ?? '';
      if (slider && derived) slider.value = String(inUnit(derived.light, slide.unit));
    },
  };
}

function slideOf(type: TokenType, path: string): Slide | null {
  if (type === 'fontWeight') return { max: 900, step: 100, unit: '' };
  if (type === 'number') return { max: 3, step: 0.05, unit: '' };
  if (type === 'duration') return { max: 1000, step: 10, unit: 'ms' };
  if (type !== 'dimension') return null;
  if (path.endsWith('height')) return { max: 96, step: 1, unit: 'px' };
  if (path.endsWith('width') || path === 'spacing.unit') return { max: 12, step: 0.5, unit: 'px' };
  return { max: path.startsWith('border') ? 32 : 48, step: 0.5, unit: 'px' };
}

/** A browser computes times in seconds and lengths in pixels. */
function inUnit(computed: string, unit: string): number {
  const value = Number.parseFloat(computed);
  return unit === 'ms' && computed.endsWith('s') && !computed.endsWith('ms') ? value * 1000 : value;
}
