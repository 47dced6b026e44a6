import type { FieldOptions, Fields } from './control.js';
import { painted } from './contrast.js';
import { bySchemes, fromSchemes } from './design.js';
import { element } from './element.js';
import { beneath, schemes, type Scheme } from './figures.js';

/** A colour in a light and in a dark scheme, each picked or written. */
export function colorFields({ label, describedBy, set, check }: FieldOptions): Fields {
  let now: Record<Scheme, string> = { light: '#000000', dark: '#000000' };
  const take = (scheme: Scheme, value: string) => set(fromSchemes({ ...now, [scheme]: value }));

  const sides = schemes.map((scheme) => {
    const name = `${label}, ${scheme}`;
    const picker = element('input', { type: 'color', aria: { label: `${name}: pick` } });
    const field = element('input', {
      type: 'text',
      spellcheck: false,
      autocomplete: 'off',
      aria: { label: name, describedby: describedBy },
    });
    picker.addEventListener('input', () => take(scheme, picker.value));
    field.addEventListener('change', () => {
      const value = field.value.trim();
      if (value === '') field.value = now[scheme];
      else if (check(field, value)) take(scheme, value);
    });
    const side = element('div', { className: 'side', data: { scheme } }, picker, field);
    return { scheme, picker, field, side };
  });

  return {
    elements: [element('div', { className: 'sides' }, ...sides.map(({ side }) => side))],
    show(value, derived) {
      const shown = derived && {
        light: painted([beneath.light, derived.light]) ?? '',
        dark: painted([beneath.dark, derived.dark]) ?? '',
      };
      if (value !== undefined) now = bySchemes(value);
      else if (shown) now = shown;
      for (const { scheme, picker, field } of sides) {
        if (shown) picker.value = shown[scheme];
        field.value = now[scheme];
        field.classList.toggle('derived', value === undefined);
      }
    },
  };
}
