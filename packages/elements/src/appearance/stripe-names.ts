import type { AppearanceVariables } from '../theme/token-names.js';

/**
 * Variables of Stripe's Appearance API that mean the same as one of ours and have another name. Those that have the same
 * name need no line; those that mean nothing here are said to be unknown.
 */
export const stripeNames = {
  accessibleColorOnColorPrimary: 'colorOnPrimary',
  buttonColorBackground: 'buttonBackground',
  buttonColorText: 'buttonText',
  buttonColorBorder: 'buttonBorderColor',
  tabBorderRadius: 'methodBorderRadius',
} as const satisfies Record<string, keyof AppearanceVariables>;

export type StripeName = keyof typeof stripeNames;
