import type acceptedMethods from './catalogues/display/accepted-methods/en.js';
import type installments from './catalogues/display/installments/en.js';
import type paymentStatus from './catalogues/display/payment-status/en.js';
import type receipt from './catalogues/display/receipt/en.js';
import { negotiateLocale } from './negotiate.js';
import type { Locale } from './negotiate.js';
import type { Translation } from './translation.js';

/** The texts of each element of the pages around the checkout. */
export interface DisplayMessages {
  'accepted-methods': Translation<typeof acceptedMethods>;
  installments: Translation<typeof installments>;
  'payment-status': Translation<typeof paymentStatus>;
  receipt: Translation<typeof receipt>;
}

type Loaders = {
  [Element in keyof DisplayMessages]: Record<Locale, () => Promise<{ default: DisplayMessages[Element] }>>;
};

// Written out so that every bundler sees one chunk per element and language: a product page reads no receipt's words.
const catalogues: Loaders = {
  'accepted-methods': {
    en: () => import('./catalogues/display/accepted-methods/en.js'),
    fr: () => import('./catalogues/display/accepted-methods/fr.js'),
    ar: () => import('./catalogues/display/accepted-methods/ar.js'),
  },
  installments: {
    en: () => import('./catalogues/display/installments/en.js'),
    fr: () => import('./catalogues/display/installments/fr.js'),
    ar: () => import('./catalogues/display/installments/ar.js'),
  },
  'payment-status': {
    en: () => import('./catalogues/display/payment-status/en.js'),
    fr: () => import('./catalogues/display/payment-status/fr.js'),
    ar: () => import('./catalogues/display/payment-status/ar.js'),
  },
  receipt: {
    en: () => import('./catalogues/display/receipt/en.js'),
    fr: () => import('./catalogues/display/receipt/fr.js'),
    ar: () => import('./catalogues/display/receipt/ar.js'),
  },
};

/** The texts of one element in a language, or in the nearest that we have. Rejects only when the file cannot be fetched. */
export async function loadDisplayMessages<Element extends keyof DisplayMessages>(
  element: Element,
  locale: string,
): Promise<DisplayMessages[Element]> {
  return (await catalogues[element][negotiateLocale([locale])]()).default;
}
