const decimal = /\p{Nd}/u;
const decimals = /\p{Nd}/gu;

/**
 * The value of a decimal digit of any script. Unicode promises that the ten digits of a set stand in order
 * (Nd, "contiguous range of ascending digit values"), so the distance to the start of the run says it and no table is needed.
 * Some sets touch (the mathematical digits are five in a row), hence the modulo.
 */
function valueOf(digit: string): number {
  const codePoint = digit.codePointAt(0) as number;
  if (codePoint < 0x80) return codePoint - 0x30;
  let start = codePoint;
  while (decimal.test(String.fromCodePoint(start - 1))) start--;
  return (codePoint - start) % 10;
}

/** The text with every digit, whatever its script, written 0 to 9. Everything else stays. */
export function toAsciiDigits(text: string): string {
  return text.replace(decimals, (digit) => String(valueOf(digit)));
}

/** The digits of a text, written 0 to 9: `digitsOf('Card: ٤٢٤٢-4242')` is `'42424242'`. */
export function digitsOf(text: string): string {
  return toAsciiDigits(text).replace(/\D+/g, '');
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
