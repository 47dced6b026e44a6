import type { FinancingPlan } from '@florin/contract';
import { format } from '@florin/locale';
import { dateIn, feesOf, moneyIn, planName, takenWith, type PlanLanguage } from '@florin/locale/financing';
import { h } from '@stencil/core';

/** What was agreed to. On paper no day is today: each has its date. */
export function schedule(plan: FinancingPlan, language: PlanLanguage) {
  const { messages } = language;
  const [money, date, fees] = [moneyIn(language), dateIn(language), feesOf(plan)];
  const withFees = (value: number) => <small>{format(messages['installments.fees'], { fees: money(value) })}</small>;
  return (
    <table part="schedule">
      <caption part="caption">{format(messages['installments.schedule'], { plan: planName(plan, language) })}</caption>
      <thead>
        <tr>
          <th scope="col">{messages['installments.date']}</th>
          <th scope="col">{messages['installments.amount']}</th>
        </tr>
      </thead>
      <tbody>
        {plan.payments.map((payment) => (
          <tr part="payment">
            <th scope="row">
              <time dateTime={payment.due_at}>{date(payment.due_at)}</time>
            </th>
            <td>
              {money(takenWith(payment))} {payment.fee > 0 && withFees(payment.fee)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr part="total">
          <th scope="row">{messages['installments.total']}</th>
          <td>
            {money(plan.total)} {fees > 0 ? withFees(fees) : <small>{messages['installments.free']}</small>}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The rate of a credit, in hundredths of a percent, as the plan was offered with it. */
export function rateOf(hundredths: number, { messages, locale }: PlanLanguage): string {
  const digits = { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const rate = new Intl.NumberFormat(locale, digits).format(hundredths / 10_000);
  return format(messages['installments.rate'], { rate });
}
