import type { Appearance, InputSpacing, LabelPlacement, Layout, Look, Theme } from '@florin/elements';
import type { Scheme } from './figures.js';
import type { VariableName } from './tokens.js';

/** What is chosen by a word, and what each word is called on the screen. The first is what stands where nothing is said. */
export const choices = {
  look: { clean: 'Clean', outlined: 'Outlined', soft: 'Soft', dense: 'Dense' } satisfies Record<Look, string>,
  labels: { above: 'Above', floating: 'Floating' } satisfies Record<LabelPlacement, string>,
  inputs: { spaced: 'Spaced', joined: 'Joined' } satisfies Record<InputSpacing, string>,
  layout: { accordion: 'Accordion', list: 'List', tabs: 'Tabs', single: 'Single' } satisfies Record<Layout, string>,
  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
} as const;

export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as ChoiceName[];

/** What a designer has made: words, and the tokens that are not as they come. */
export interface Design {
  readonly choices: Readonly<Partial<Record<ChoiceName, string>>>;
  readonly variables: Readonly<Partial<Record<VariableName, string>>>;
}

export const plain: Design = { choices: {}, variables: {} };

/** Null puts back what comes by itself. */
export function withVariable(design: Design, name: VariableName, value: string | null): Design {
  const { [name]: _, ...others } = design.variables;
  return { ...design, variables: value === null ? others : { ...design.variables, [name]: value } };
}

export function withChoice(design: Design, name: ChoiceName, value: string): Design {
  const { [name]: _, ...others } = design.choices;
  const isDefault = value === Object.keys(choices[name])[0];
  return { ...design, choices: isDefault ? others : { ...design.choices, [name]: value } };
}

/** A colour in a light and in a dark scheme; one and the same where it is not said by scheme. */
export function bySchemes(value: string): Record<Scheme, string> {
  const inner = /^light-dark\((.*)\)$/is.exec(value.trim())?.[1];
  const [light, dark, ...more] = inner === undefined ? [] : splitOutside(inner, ',');
  return light && dark && more.length === 0 ? { light, dark } : { light: value, dark: value };
}

export function fromSchemes({ light, dark }: Record<Scheme, string>): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

/** Split where the separator stands in no brackets and in no quotes. */
export function splitOutside(text: string, separator: ',' | ' ' | ';'): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const letter of text) {
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (letter === separator && depth === 0 && !quote) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** As `appearance` takes it. */
export function appearanceOf({ choices, variables }: Design): Appearance {
  const hasVariables = Object.keys(variables).length > 0;
  return { ...choices, ...(hasVariables && { variables }) } as Appearance;
}
