import type { AppearanceVariables } from '../theme/token-names.js';

import type { StripeName } from './stripe-names.js';

export type { AppearanceVariables } from '../theme/token-names.js';

export const themes = ['auto', 'light', 'dark'] as const;
/** `auto` follows the system (`prefers-color-scheme`). */
export type Theme = (typeof themes)[number];

export const looks = ['clean', 'outlined', 'soft', 'dense'] as const;
/** A set of defaults for tokens. `clean` where none is said. */
export type Look = (typeof looks)[number];

export const labelPlacements = ['above', 'floating'] as const;
/** Where the label of a field stands: `above` it (the default), or `floating` from the field to its upper edge. */
export type LabelPlacement = (typeof labelPlacements)[number];

export const inputSpacings = ['spaced', 'joined'] as const;
/** Fields of a card: `spaced` (the default), or `joined` into one box. */
export type InputSpacing = (typeof inputSpacings)[number];

export const layouts = ['accordion', 'list', 'tabs', 'single'] as const;
/**
 * How more than one method is laid out. `accordion` (the default): what belongs to the chosen one stands right under it;
 * `list`: below all of them; `tabs`: side by side; `single`: the chosen one alone, the others behind a button.
 */
export type Layout = (typeof layouts)[number];

/**
 * How a checkout looks, in one object. The names of `variables` are those of the design tokens, which are those of Stripe's
 * Appearance API where the meaning is the same. What stands here wins over the attribute of the same name.
 */
export interface Appearance {
  theme?: Theme;
  look?: Look;
  labels?: LabelPlacement;
  inputs?: InputSpacing;
  layout?: Layout;
  /** By our names, or by those of Stripe's in `stripe-names.ts`. */
  variables?: AppearanceVariables & Partial<Record<StripeName, string>>;
  /** Part, and what may follow it (`input`, `input:focus`, `button:hover`) → CSS declarations by their names in CSS or in script. */
  rules?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
