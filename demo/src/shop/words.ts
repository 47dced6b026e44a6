import { ar } from './words/ar.js';
import { en, type Words } from './words/en.js';
import { fr } from './words/fr.js';

export type Word = keyof Words;
export type ShopLocale = 'en' | 'fr' | 'ar';

export const words: Record<ShopLocale, Words> = { en, fr, ar };
