import type { VariableName } from './tokens.js';

/** What WCAG 2.2 asks for: 1.4.3 of words, 1.4.11 of what has to be seen to be used. */
export const needs = { words: 4.5, shapes: 3 } as const;

/** Two colours that meet in the checkout. */
export interface Pair {
  /** Where they meet. */
  where: string;
  front: VariableName;
  back: VariableName;
  kind: keyof typeof needs;
}

const words = (where: string, front: VariableName, back: VariableName): Pair => ({ where, front, back, kind: 'words' });
const shapes = (where: string, front: VariableName, back: VariableName): Pair => ({
  where,
  front,
  back,
  kind: 'shapes',
});

export const pairs: readonly Pair[] = [
  words('Text', 'colorText', 'colorBackground'),
  words('Hints', 'colorTextSecondary', 'colorBackground'),
  words('Errors', 'colorDanger', 'colorBackground'),
  words('Title of a failure', 'colorDanger', 'colorDangerBackground'),
  words('Words about a failure', 'colorText', 'colorDangerBackground'),
  words('What is typed', 'fieldText', 'fieldBackground'),
  words('Label in its field', 'colorTextPlaceholder', 'fieldBackground'),
  words('Pay button', 'buttonText', 'buttonBackground'),
  words('Pay button, pointed at', 'buttonText', 'buttonBackgroundHover'),
  words('On the primary colour', 'colorOnPrimary', 'colorPrimary'),
  words('Links and “Remove”', 'colorPrimary', 'colorBackground'),
  words('A way to pay', 'colorText', 'methodBackground'),
  words('Chosen way to pay', 'colorText', 'methodBackgroundSelected'),
  words('Hint in the chosen one', 'colorTextSecondary', 'methodBackgroundSelected'),
  words('Paid', 'colorSuccess', 'colorBackground'),
  words('Needs attention', 'colorWarning', 'colorBackground'),
  shapes('Borders', 'colorBorder', 'colorBackground'),
  shapes('Border of a field', 'fieldBorderColor', 'colorBackground'),
  shapes('Field with an error', 'colorDanger', 'fieldBackground'),
  shapes('Focus ring', 'focusColor', 'colorBackground'),
  shapes('Border of a way to pay', 'methodBorderColor', 'colorBackground'),
  shapes('Border of the chosen one', 'methodBorderColorSelected', 'colorBackground'),
];
