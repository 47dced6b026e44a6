import { isLanguage } from './language.js';

export const layouts = ['list', 'tabs', 'accordion'] as const;
export type Layout = (typeof layouts)[number];
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the tag says, as it was written. */
export interface Attributes {
  endpoint: string;
  intent: string;
  clientSecret: string;
  locale: string;
  layout: string;
  theme: string;
  /** A checkout made by the page stands in for the first three. */
  checkout?: unknown;
}

/** An attribute that is missing or wrong: its name as it is written in HTML, and what it should be. */
export interface Fault {
  attribute: string;
  expected: string;
  /** True: without it nothing can be paid. */
  fatal: boolean;
}

/** The first fault of each attribute, in the order in which a page's author would mend them. */
export function faultsOf(attributes: Attributes, baseUrl: string): Fault[] {
  const faults: Fault[] = [];
  const fault = (attribute: string, expected: string, fatal: boolean) => faults.push({ attribute, expected, fatal });
  if (attributes.checkout) {
    if (typeof (attributes.checkout as { subscribe?: unknown }).subscribe !== 'function')
      fault('checkout', 'what createCheckout() gave you', true);
  } else {
    if (!isAddress(attributes.endpoint, baseUrl))
      fault('endpoint', 'the address of your backend, as in "/api/checkout"', true);
    if (!attributes.intent) fault('intent', 'the id of a payment intent that your backend has made', true);
    if (!attributes.clientSecret) fault('client-secret', 'the secret that your backend got with the intent', true);
  }
  if (attributes.locale && !isLanguage(attributes.locale))
    fault('locale', 'a language tag, as in "fr" or "pt-BR"', false);
  if (attributes.layout && !isOneOf(layouts, attributes.layout)) fault('layout', `one of ${layouts.join(', ')}`, false);
  if (attributes.theme && !isOneOf(themes, attributes.theme)) fault('theme', `one of ${themes.join(', ')}`, false);
  return faults;
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.includes(value);
}

function isAddress(address: string, baseUrl: string): boolean {
  if (!address) return false;
  try {
    return /^https?:$/.test(new URL(address, baseUrl).protocol);
  } catch {
    return false;
  }
}
