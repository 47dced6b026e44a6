const cards = 'visa, mastercard, amex, cartes_bancaires';

/** For <florin-accepted-methods>: what a shop takes that is paid through this provider. */
export function acceptedBy(provider: string): string {
  return provider === 'purse' ? `${cards}, Alma` : cards;
}
