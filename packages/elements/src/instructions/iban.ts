/**
 * An account number (ISO 13616), or a long creditor reference (ISO 11649), in the groups of four that people read it in;
 * `null` for any other text. Its check digits must be right: what only looks like one is shown and copied as it is.
 */
export function ibanGroups(text: string): string[] | null {
  const iban = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban) && remainderOf(iban) === 1 ? (iban.match(/.{1,4}/g) ?? []) : null;
}

/** ISO/IEC 7064, MOD 97-10: the first four characters come last, letters are 10 to 35. */
function remainderOf(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
