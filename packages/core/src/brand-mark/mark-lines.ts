import { brandName } from '../card/brand-name.js';

/** The short form that people know a scheme by, or its name in two lines. A `/` begins the second. Other names go by their length. */
const written: Readonly<Record<string, string>> = {
  visa: 'VISA',
  mastercard: 'Master/card',
  amex: 'AMEX',
  unionpay: 'Union/Pay',
  hipercard: 'Hiper/card',
  bancontact: 'Ban/contact',
  girocard: 'giro/card',
  mir: 'MIR',
  elo: 'elo',
  troy: 'troy',
  pagobancomat: 'Pago/Bancomat',
};

/** As many letters as are read in one line of a mark. */
const LINE = 8;

/** The lines that a brand's mark is made of: one or two. */
export function linesOf(brand: string): string[] {
  const name = (Object.hasOwn(written, brand) && written[brand]) || brandName(brand);
  return (name.includes('/') ? name : broken(name)).split('/');
}

/** Between words where there are some, else in the middle: the mark of an unknown scheme is its name. */
function broken(name: string): string {
  if (name.length <= LINE) return name;
  const middle = name.length / 2;
  const distance = (gap: number) => Math.abs(gap - middle);
  const gaps = [...name.matchAll(/\s/g)].map(({ index }) => index);
  const gap = gaps.find((each) => gaps.every((other) => distance(each) <= distance(other)));
  if (gap !== undefined) return `${name.slice(0, gap)}/${name.slice(gap + 1)}`;
  return `${name.slice(0, Math.ceil(middle))}/${name.slice(Math.ceil(middle))}`;
}

/** How broad a line is in bold letters, of their size: near enough in any font for its letters to keep their shape. */
export function breadthOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + breadth(letter), 0);
}

function breadth(letter: string): number {
  if (/[Iijl.]/.test(letter)) return 0.34;
  if (/[ Jfrt-]/.test(letter)) return 0.44;
  if (/[MWmw]/.test(letter)) return 0.94;
  return /[A-Z]/.test(letter) ? 0.7 : 0.61;
}
