import { wentBackOf, type Reported } from '../reversals/went-back.js';

/** Money that went back. `amount` and `at` are `null` where nobody has said how much it was. */
export interface ReturnedLine {
  kind: 'refunded' | 'charged_back';
  amount: number | null;
  at: string | null;
}

export interface Returned {
  /** Oldest first. */
  lines: ReturnedLine[];
  /** What is left of what was paid; `null`: the numbers do not tell, or do not agree. */
  net: number | null;
}

/** What went back of an amount. Beside a list that cannot be read (`null`), or lines that are left out, no sum is right. */
export function returnedOf(paid: number, said: Reported): Returned {
  const { refunds, chargeBacks } = said;
  const wentBack = wentBackOf('florin-receipt', paid, said);
  const lines = wentBack.flatMap(({ kind, lines: reversals }) => reversals.map((line) => ({ kind, ...line })));
  lines.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const unknown = wentBack.filter(({ total }) => total === null);
  const isWhole = refunds && chargeBacks && lines.length === refunds.length + chargeBacks.length;
  const left = lines.reduce((rest, line) => rest - line.amount, paid);
  return {
    lines: [...lines, ...unknown.map(({ kind }) => ({ kind, amount: null, at: null }))],
    net: isWhole && unknown.length === 0 && left >= 0 ? left : null,
  };
}
