import type { Amount, FinancingPayment, FinancingPlan } from '@florin/contract';
import type english from '../catalogues/installments/en.js';
import { formatDate } from '../dates.js';
import { format, formatPlural } from '../messages.js';
import { formatMoney } from '../money.js';
import type { Translation } from '../translation.js';

/** What a plan is said with. */
export interface PlanLanguage {
  messages: Translation<typeof english>;
  locale: string;
  /** What is paid: the payments have its currency. */
  amount: Amount;
  /** ms on the backend's clock. */
  now: number;
  /** IANA name of the zone whose days are meant; absent: that of the machine. */
  timeZone?: string;
}

/** What is taken from the card. */
export function takenWith({ amount, fee }: FinancingPayment): number {
  return amount + fee;
}

export function feesOf({ payments }: FinancingPlan): number {
  return payments.reduce((sum, { fee }) => sum + fee, 0);
}

/** Today where the days are counted, or gone by: it is taken when the customer pays. */
export function isDueToday(dueAt: string, { now, timeZone }: Pick<PlanLanguage, 'now' | 'timeZone'>): boolean {
  // ISO 8601 dates sort as they follow each other.
  const day = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });
  return day.format(Date.parse(dueAt)) <= day.format(now);
}

export function moneyIn({ amount, locale }: PlanLanguage): (value: number) => string {
  return (value) => formatMoney({ ...amount, value }, locale);
}

export function dateIn({ locale, timeZone }: PlanLanguage): (dueAt: string) => string {
  return (dueAt) => formatDate(dueAt, locale, { timeZone });
}

/** "4 × €12.50", "2 payments, €25.01 then €24.99". Payments that differ are not said to be equal. */
export function planName(plan: FinancingPlan, language: PlanLanguage): string {
  const { messages, locale } = language;
  const money = moneyIn(language);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const [first = 0, ...others] = plan.payments.map(takenWith);
  const [next = first] = others;
  const count = others.length + 1;
  const deferred = deferredTo(plan, language);
  if (deferred !== null)
    return format(messages['installments.once'], { amount: money(first), date: dateIn(language)(deferred) });
  if (others.some((value) => value !== next)) {
    const values = { count: number(count), amount: money(Math.max(first, ...others)) };
    return formatPlural(messages, locale, 'installments.payments', count, values);
  }
  if (first === next) return format(messages['installments.equal'], { count: number(count), amount: money(first) });
  const values = { first: money(first), count: number(count), others: number(others.length), amount: money(next) };
  return format(messages[others.length === 1 ? 'installments.two' : 'installments.first'], values);
}

/** "Fees €1.00, €51.00 in all". */
export function planCost(plan: FinancingPlan, language: PlanLanguage): string {
  const { messages } = language;
  const [fees, money] = [feesOf(plan), moneyIn(language)];
  if (fees === 0) return messages['installments.free'];
  return format(messages['installments.cost'], { fees: money(fees), total: money(plan.total) });
}

/** When a plan takes everything at once on another day: that day. */
export function deferredTo(
  { payments: [first, second] }: FinancingPlan,
  day: Pick<PlanLanguage, 'now' | 'timeZone'>,
): string | null {
  return first && !second && !isDueToday(first.due_at, day) ? first.due_at : null;
}
