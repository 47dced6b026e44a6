import type { FinancingPlan } from '@florin/contract';
import { format } from '@florin/locale';
import { dateIn, feesOf, isDueToday, moneyIn, planName, takenWith, type PlanLanguage } from '@florin/locale/financing';
import { h, type FunctionalComponent } from '@stencil/core';

interface PlanProps {
  plan: FinancingPlan;
  language: PlanLanguage;
}

/** When what is taken: row by row as the checkout says it. */
export const Schedule: FunctionalComponent<PlanProps> = ({ plan, language }) => {
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
              {isDueToday(payment.due_at, language) ? messages['installments.today'] : date(payment.due_at)}
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
};

/** What a credit costs a year, and what it asks: Directive (EU) 2023/2225, wherever its numbers stand. */
export const Credit: FunctionalComponent<PlanProps> = ({ plan, language }) => {
  if (plan.annual_rate_bps === undefined) return null;
  return (
    <p class="credit" part="credit">
      <strong>{rateWords(plan.annual_rate_bps, language)}</strong>{' '}
      <span>{language.messages['installments.credit']}</span>
    </p>
  );
};

/** Of hundredths of a percent. */
export function rateWords(hundredths: number, { messages, locale }: PlanLanguage): string {
  const digits = { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  // Engines differ in which space stands before the sign; a server and a browser must write the same.
  const rate = new Intl.NumberFormat(locale, digits).format(hundredths / 10_000).replace(/\u202f/g, '\u00a0');
  return format(messages['installments.rate'], { rate });
}
