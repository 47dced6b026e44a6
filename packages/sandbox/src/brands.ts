const names: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  maestro: 'Maestro',
  cartes_bancaires: 'CB',
  bancontact: 'Bancontact',
};

/** A masked card, as an issuer's page and a label show it. */
export function labelOfCard(brand: string | undefined, last4: string): string {
  return `${names[brand ?? ''] ?? 'Card'} •••• ${last4}`;
}
