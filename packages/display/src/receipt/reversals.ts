import type { Reversal } from '@florin/contract';

/** Money that went back. `amount` and `at` are `null` where nobody has said how much it was. */
export interface ReturnedLine {
  kind: 'refund' | 'charge_back';
  amount: number | null;
  at: string | null;
}

export interface Returned {
  /** Oldest first. */
  lines: ReturnedLine[];
  /** What is left of what was paid; `null`: the numbers do not tell, or do not agree. */
  net: number | null;
}

/** What somebody says of it; `null` cannot be read. */
export interface Reported {
  refunds: readonly Reversal[] | null;
  chargeBacks: readonly Reversal[] | null;
  /** The intent's, where the page has it: it may know of money that went back without saying how much. */
  status?: string | undefined;
}

const spokenOf: Readonly<Record<string, ReturnedLine['kind']>> = {
  partially_refunded: 'refund',
  refunded: 'refund',
  partially_charged_back: 'charge_back',
  charged_back: 'charge_back',
};

/** What went back of an amount. A sum that cannot be right is left out; the lines, which somebody has said, are not. */
export function returnedOf(amount: number, { refunds, chargeBacks, status = '' }: Reported): Returned {
  const lines = [...linesOf('refund', refunds ?? []), ...linesOf('charge_back', chargeBacks ?? [])];
  lines.sort((one, other) => Date.parse(one.at ?? '') - Date.parse(other.at ?? ''));
  const spoken = Object.hasOwn(spokenOf, status) ? spokenOf[status] : undefined;
  if (spoken !== undefined && lines.every(({ kind }) => kind !== spoken))
    return { lines: [...lines, { kind: spoken, amount: null, at: null }], net: null };
  const left = lines.reduce((rest, line) => rest - (line.amount ?? 0), amount);
  return { lines, net: refunds && chargeBacks && left >= 0 ? left : null };
}

function linesOf(kind: ReturnedLine['kind'], reversals: readonly Reversal[]): ReturnedLine[] {
  return reversals.map(({ amount, at }) => ({ kind, amount, at }));
}
