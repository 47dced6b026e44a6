import { inputSpacings, labelPlacements, layouts, looks, themes } from '../appearance/appearance.js';
import { isLanguage } from './language.js';

/** What may stand in an attribute that has a few words to choose from. */
const choices = {
  layout: layouts,
  theme: themes,
  look: looks,
  labels: labelPlacements,
  inputs: inputSpacings,
} as const;

/** What the tag says, as it was written. */
export interface Attributes {
  endpoint: string;
  intent: string;
  clientSecret: string;
  locale: string;
  layout: string;
  theme: string;
  look: string;
  labels: string;
  inputs: string;
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
  for (const [name, words] of Object.entries(choices)) {
    const word = attributes[name as keyof typeof choices];
    if (word && !(words as readonly string[]).includes(word)) fault(name, `one of ${words.join(', ')}`, false);
  }
  return faults;
}

function isAddress(address: string, baseUrl: string): boolean {
  if (!address) return false;
  try {
    return /^https?:$/.test(new URL(address, baseUrl).protocol);
  } catch {
    return false;
  }
}
