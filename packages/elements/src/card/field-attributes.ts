import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit';
import type { FormField } from './form-field.js';

/** Writes what is the same for the whole life of a field: its ids, names and tokens. */
class FieldAttributes extends Directive {
  private isLast: boolean | undefined;
  private floats = false;

  override render(_field: FormField, _isLast: boolean, _floats: boolean): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [field, isLast, floats]: [FormField, boolean, boolean]): unknown {
    const isFirst = this.isLast === undefined;
    if (this.isLast === isLast && this.floats === floats) return noChange;
    this.isLast = isLast;
    this.floats = floats;
    const input = element.querySelector('input, select') as HTMLElement;
    input.setAttribute('enterkeyhint', isLast ? 'done' : 'next');
    // Shown in an empty field only: so the stylesheet knows one, whoever filled it in.
    if (floats) input.setAttribute('placeholder', ' ');
    else input.removeAttribute('placeholder');
    if (isFirst) write(element, input, field);
    return noChange;
  }
}

function write(element: Element, input: HTMLElement, field: FormField): void {
  const { id, autocomplete, keypad, isHalf, isLeftToRight, capitals = 'off', options } = field;
  element.setAttribute('part', `field field-${id}`);
  element.className = `field ${id}${isHalf ? ' half' : ''}`;
  for (const place of ['hint', 'error']) element.querySelector(`.${place}`)?.setAttribute('id', `${id}-${place}`);
  element.querySelector('label')?.setAttribute('for', id);
  const attributes = {
    id,
    name: autocomplete,
    autocomplete,
    'aria-describedby': `${id}-beside ${id}-hint ${id}-error`,
    ...(!options && { inputmode: keypad, autocapitalize: capitals, autocorrect: 'off', spellcheck: 'false' }),
    ...(isLeftToRight && { dir: 'ltr' }),
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}

export const fieldAttributes = directive(FieldAttributes);
