import { brandName } from '../card/brand-name.js';

/** Every scheme with a mark of its own: those that a number tells, then the domestic ones. */
const schemes = [
  'visa',
  'mastercard',
  'amex',
  'diners',
  'discover',
  'jcb',
  'unionpay',
  'maestro',
  'elo',
  'mir',
  'hiper',
  'hipercard',
  'verve',
  'troy',
  'naranja',
  'cartes_bancaires',
  'bancontact',
  'dankort',
  'girocard',
  'eftpos',
  'interac',
  'mada',
  'pagobancomat',
  'rupay',
];

/** The scheme that somebody means who writes its id or its name: `visa`, `Visa`, `American Express`. Any other word is nobody's. */
export function schemeOf(word: string): string | undefined {
  const wanted = plain(word);
  return schemes.find((id) => plain(id) === wanted || plain(brandName(id)) === wanted);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}
