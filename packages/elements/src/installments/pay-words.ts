import type { FinancingPlan } from '@florin/contract';
import { format, type Messages } from '@florin/locale';
import { deferredTo, isDueToday, moneyIn, planName, takenWith, type PlanLanguage } from '@florin/locale/financing';

/** What the pay button says: what is taken now, and what is agreed to with it (WCAG 2.2, 3.3.4). */
export function payWords(plan: FinancingPlan, language: PlanLanguage & { messages: Messages }): string {
  const { messages } = language;
  const money = moneyIn(language);
  const today = plan.payments.reduce(
    (sum, payment) => sum + (isDueToday(payment.due_at, language) ? takenWith(payment) : 0),
    0,
  );
  const total = money(plan.total);
  if (today === plan.total) return format(messages['pay.action'], { amount: total });
  if (today > 0) return format(messages['installments.pay'], { amount: money(today), total });
  const name = planName(plan, language);
  const agreed = deferredTo(plan, language) === null ? `${name} (${total})` : name;
  return format(messages['installments.confirm'], { plan: agreed });
}
