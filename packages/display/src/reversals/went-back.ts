import type { Reversal } from '@florin/contract';
import { warnOnce } from '../attributes/warn-once.js';

type Kind = 'refunded' | 'charged_back';

/** Money of a paid intent that was refunded, or that the customer's bank took back. */
export interface WentBack {
  kind: Kind;
  isAll: boolean;
  /** In minor units; `null`: nobody has said how much, or what was said cannot be right. */
  total: number | null;
  lines: readonly Reversal[];
}

/** What somebody says of it. Without a status the page vouches for the lines itself. */
export interface Reported {
  status?: string | undefined;
  refunds?: readonly Reversal[] | null | undefined;
  chargeBacks?: readonly Reversal[] | null | undefined;
}

const saidBy: Readonly<Record<string, { kind: Kind; isAll: boolean }>> = {
  partially_refunded: { kind: 'refunded', isAll: false },
  refunded: { kind: 'refunded', isAll: true },
  partially_charged_back: { kind: 'charged_back', isAll: false },
  charged_back: { kind: 'charged_back', isAll: true },
};

/**
 * What went back of `paid`, by one rule for every element, so that no two of them disagree: what the status says, with the
 * amounts where these agree with it, and what was refunded before a bank took the rest. A status that says nothing of it has
 * nothing shown, whatever lines there are: a dispute may have been won.
 */
export function wentBackOf(tag: string, paid: number, { status, refunds, chargeBacks }: Reported): WentBack[] {
  const said = status && Object.hasOwn(saidBy, status) ? saidBy[status] : undefined;
  if (status && !said) return [];
  const lines = { refunded: refunds ?? [], charged_back: said?.kind === 'refunded' ? [] : (chargeBacks ?? []) };
  const all = sumOf(lines.refunded) + sumOf(lines.charged_back);
  return (['refunded', 'charged_back'] as const).flatMap((kind): WentBack[] => {
    const total = sumOf(lines[kind]);
    const isSaid = kind === said?.kind;
    const agrees = total <= paid && (!isSaid || (said.isAll ? all >= paid : total < paid));
    if (total > 0 && agrees) return [{ kind, isAll: total === paid, total, lines: lines[kind] }];
    if (total > 0)
      warnOnce(`<${tag}> leaves out what was ${kind}: the amounts do not agree with ${status ?? 'what was paid'}.`);
    // That something went back is known, and no amount of it is right.
    return isSaid || (!said && total > 0) ? [{ kind, isAll: isSaid && said.isAll, total: null, lines: [] }] : [];
  });
}

/** Whether nothing of what was paid is left. */
export function isAllBack(paid: number, wentBack: readonly WentBack[]): boolean {
  const known = wentBack.reduce((sum, { total }) => sum + (total ?? 0), 0);
  return wentBack.some(({ isAll }) => isAll) || (wentBack.length > 0 && known >= paid);
}

function sumOf(lines: readonly Reversal[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
