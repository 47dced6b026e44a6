import type { IntentSnapshot, Reversal } from '@florin/contract';
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

const saidBy: Readonly<Record<string, { kind: Kind; isAll: boolean }>> = {
  partially_refunded: { kind: 'refunded', isAll: false },
  refunded: { kind: 'refunded', isAll: true },
  partially_charged_back: { kind: 'charged_back', isAll: false },
  charged_back: { kind: 'charged_back', isAll: true },
};

/** What the status says went back, with the amounts where these agree with it; and what else went back before. */
export function wentBackOf({ status, amount, refunds, charge_backs }: IntentSnapshot): WentBack[] {
  const said = Object.hasOwn(saidBy, status) ? saidBy[status] : undefined;
  if (!said) return [];
  const lines = { refunded: refunds ?? [], charged_back: charge_backs ?? [] };
  const all = sumOf(lines.refunded) + sumOf(lines.charged_back);
  return (['refunded', 'charged_back'] as const).flatMap((kind): WentBack[] => {
    const total = sumOf(lines[kind]);
    const isSaid = kind === said.kind;
    const agrees = total <= amount.value && (!isSaid || (said.isAll ? all >= amount.value : total < amount.value));
    if (total > 0 && agrees) return [{ kind, isAll: total === amount.value, total, lines: lines[kind] }];
    if (total > 0)
      warnOnce(`<florin-payment-status> leaves out what was ${kind}: the amounts do not agree with "${status}".`);
    return isSaid ? [{ kind, isAll: said.isAll, total: null, lines: [] }] : [];
  });
}

function sumOf(lines: readonly Reversal[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
