import type { Amount, FinancingPlan } from '@florin/contract';
import { format, formatMoney, formatPlural, type Messages } from '@florin/locale';
import { takenWith } from './installments-method.js';

/** What a plan is said with. */
export interface PlanLanguage {
  messages: Messages;
  locale: string;
  /** What is paid: the payments have its currency. */
  amount: Amount;
  /** ms on the backend's clock. */
  now: number;
}

/** The customer's today, or gone by: it is taken when they pay. */
export function isDueToday(dueAt: string, now: number): boolean {
  return startOfDay(Date.parse(dueAt)) <= startOfDay(now);
}

export function feesOf({ payments }: FinancingPlan): number {
  return payments.reduce((sum, { fee }) => sum + fee, 0);
}

export function moneyIn({ amount, locale }: PlanLanguage): (value: number) => string {
  return (value) => formatMoney({ ...amount, value }, locale);
}

export function dateIn({ locale }: PlanLanguage): (dueAt: string) => string {
  const writer = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return (dueAt) => writer.format(Date.parse(dueAt));
}

/** "4 × €12.50", "2 payments, €25.01 then €24.99". Payments that differ are not said to be equal. */
export function planName(plan: FinancingPlan, language: PlanLanguage): string {
  const { messages, locale } = language;
  const money = moneyIn(language);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const [first = 0, ...others] = plan.payments.map(takenWith);
  const [next = first] = others;
  const count = others.length + 1;
  const deferred = deferredTo(plan, language.now);
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

/** What the pay button says: what is taken now, and what is agreed to with it (WCAG 2.2, 3.3.4). */
export function payWords(plan: FinancingPlan, language: PlanLanguage): string {
  const { messages, now } = language;
  const money = moneyIn(language);
  const today = plan.payments.reduce(
    (sum, payment) => sum + (isDueToday(payment.due_at, now) ? takenWith(payment) : 0),
    0,
  );
  const total = money(plan.total);
  if (today === plan.total) return format(messages['pay.action'], { amount: total });
  if (today > 0) return format(messages['installments.pay'], { amount: money(today), total });
  const name = planName(plan, language);
  const agreed = deferredTo(plan, now) === null ? `${name} (${total})` : name;
  return format(messages['installments.confirm'], { plan: agreed });
}

/** When a plan takes everything at once on another day: that day. */
function deferredTo({ payments: [first, second] }: FinancingPlan, now: number): string | null {
  return first && !second && !isDueToday(first.due_at, now) ? first.due_at : null;
}

/** Midnight where the customer is. */
function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
