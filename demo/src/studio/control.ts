import { accepts, asked } from './accepted.js';
import { colorFields } from './color-fields.js';
import { element } from './element.js';
import type { Resolved, Scheme } from './figures.js';
import { plainField } from './plain-field.js';
import { titleOf, type Token } from './tokens.js';

/** The fields of one token. */
export interface Fields {
  elements: HTMLElement[];
  /** `value`: as the design has it, if it has; `derived`: what the browser makes of it, set or not. */
  show(value: string | undefined, derived: Readonly<Record<Scheme, string>> | null): void;
}

export interface FieldOptions {
  token: Token;
  /** Goes before the name of each field. */
  label: string;
  /** The id of what says what the token is for. */
  describedBy: string;
  set(value: string): void;
  /** False, and it is said, where the browser cannot take it. */
  check(field: HTMLInputElement, value: string): boolean;
}

/** What sets one token, and puts back what comes by itself. */
export interface Control {
  token: Token;
  element: HTMLElement;
  show(value: string | undefined, resolved: Readonly<Record<Scheme, Resolved>> | null): void;
}

let count = 0;

export function controlOf(token: Token, set: (token: Token, value: string | null) => void): Control {
  count += 1;
  const describedBy = `about-${count}`;
  const label = titleOf(token);
  const fault = element('p', { className: 'fault', id: `fault-${count}` });
  const check = (field: HTMLInputElement, value: string): boolean => {
    const isGood = accepts(token, value);
    fault.textContent = isGood ? '' : asked[token.type];
    field.setAttribute('aria-invalid', String(!isGood));
    return isGood;
  };
  const options = {
    token,
    label,
    describedBy: `${describedBy} ${fault.id}`,
    set: (value: string) => set(token, value),
    check,
  };
  const fields = token.type === 'color' ? colorFields(options) : plainField(options);
  const reset = element('button', {
    type: 'button',
    className: 'reset',
    textContent: 'Reset',
    aria: { label: `Reset ${label}` },
  });
  reset.addEventListener('click', () => {
    set(token, null);
    row.querySelector('input')?.focus();
  });
  const row = element(
    'div',
    { className: 'control', role: 'group', aria: { label }, data: { token: token.name } },
    element('div', { className: 'name' }, element('strong', { textContent: label }), reset),
    element('p', { id: describedBy, className: 'about', textContent: token.description }),
    ...fields.elements,
    fault,
  );
  return {
    token,
    element: row,
    show(value, resolved) {
      reset.hidden = value === undefined;
      fault.textContent = '';
      for (const field of row.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
      fields.show(value, resolved && { light: resolved.light[token.name], dark: resolved.dark[token.name] });
    },
  };
}
