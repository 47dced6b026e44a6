import type { PlanLimit } from '@florin/contract';
import { format, formatPlural } from '@florin/locale';
import type { DisplayMessages } from '@florin/locale/display';
import { moneyIn, type PlanLanguage } from '@florin/locale/financing';
import { isTooSmall } from './offered-plans.js';

export interface OfferLanguage extends PlanLanguage {
  messages: DisplayMessages['installments'];
}

/** "10 payments: from €300.00". */
export function limitWords(limit: PlanLimit, language: OfferLanguage): string {
  const { messages, locale } = language;
  const { count } = limit;
  const number = new Intl.NumberFormat(locale).format(count);
  return reach(formatPlural(messages, locale, 'offer.count', count, { count: number }), limit, language);
}

/** Where there is no plan for this amount: the nearest one that there is a plan for. */
export function nearestWords(limits: readonly PlanLimit[], language: OfferLanguage): string {
  const above = limits.filter((limit) => isTooSmall(language.amount.value, limit)).map(({ minimum = 0 }) => minimum);
  const below = limits.map(({ maximum = 0 }) => maximum);
  const nearest = above.length > 0 ? { minimum: Math.min(...above) } : { maximum: Math.max(...below) };
  return reach(language.messages['offer.title'], nearest, language);
}

function reach(plan: string, limit: Pick<PlanLimit, 'minimum' | 'maximum'>, language: OfferLanguage): string {
  const { messages, amount } = language;
  const money = moneyIn(language);
  const { minimum = 0, maximum = 0 } = limit;
  return isTooSmall(amount.value, limit)
    ? format(messages['offer.from'], { plan, amount: money(minimum) })
    : format(messages['offer.upTo'], { plan, amount: money(maximum) });
}
