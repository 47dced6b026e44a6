import type { FinancingPlan } from '@florin/contract';
import { format } from '@florin/locale';
import {
  dateIn,
  feesOf,
  isDueToday,
  moneyIn,
  planCost,
  planName,
  takenWith,
  type PlanLanguage,
} from '@florin/locale/financing';
import { html, nothing, type TemplateResult } from 'lit';
import type { InstallmentsMethod } from './installments-method.js';

export interface InstallmentsView extends PlanLanguage {
  /** What it is called, where no row says that: it is the only way to pay. */
  name: string | null;
  /** A payment is being made. */
  isBusy: boolean;
  chosen: FinancingPlan;
  choose: (plan: FinancingPlan) => void;
}

/** What the customer agrees to: the choice between the plans, and the payments of the chosen one. */
export function renderInstallments(method: InstallmentsMethod, view: InstallmentsView): TemplateResult {
  const { chosen } = view;
  return html`<div class="installments">
    ${view.name ? html`<strong>${view.name}</strong>` : nothing}
    ${method.plans.length > 1 ? renderChoice(method, view) : nothing}
    ${renderSchedule(chosen, view)}
    ${chosen.annual_rate_bps === undefined ? nothing : renderCredit(chosen.annual_rate_bps, view)}
  </div>`;
}

function renderChoice({ key, plans }: InstallmentsMethod, view: InstallmentsView): TemplateResult {
  return html`<div class="plans" part="plans" role="radiogroup" aria-label=${view.messages['installments.plans']}>
    ${plans.map(
      (plan) => html`<label class="method" part="plan ${plan === view.chosen ? 'plan-selected' : ''}">
        <input
          part="radio"
          type="radio"
          name="plan-${key}"
          .checked=${plan === view.chosen}
          ?disabled=${view.isBusy}
          @change=${() => view.choose(plan)}
        />
        <span>${planName(plan, view)} <small>${planCost(plan, view)}</small></span>
      </label>`,
    )}
  </div>`;
}

function renderSchedule(plan: FinancingPlan, view: InstallmentsView): TemplateResult {
  const { messages } = view;
  const [money, date, fees] = [moneyIn(view), dateIn(view), feesOf(plan)];
  const withFees = (value: number) =>
    html`<small>${format(messages['installments.fees'], { fees: money(value) })}</small>`;
  return html`<table class="schedule" part="schedule">
    <caption part="caption">
      ${format(messages['installments.schedule'], { plan: planName(plan, view) })}
    </caption>
    <thead>
      <tr>
        <th scope="col">${messages['installments.date']}</th>
        <th scope="col">${messages['installments.amount']}</th>
      </tr>
    </thead>
    <tbody>
      ${plan.payments.map(
        (payment) => html`<tr part="payment">
          <th scope="row">
            ${isDueToday(payment.due_at, view) ? messages['installments.today'] : date(payment.due_at)}
          </th>
          <td>${money(takenWith(payment))} ${payment.fee > 0 ? withFees(payment.fee) : nothing}</td>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr part="total">
        <th scope="row">${messages['installments.total']}</th>
        <td>
          ${money(plan.total)} ${fees > 0 ? withFees(fees) : html`<small>${messages['installments.free']}</small>`}
        </td>
      </tr>
    </tfoot>
  </table>`;
}

/** Directive (EU) 2023/2225 on credit agreements for consumers. */
function renderCredit(hundredths: number, { messages, locale }: InstallmentsView): TemplateResult {
  const digits = { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const rate = new Intl.NumberFormat(locale, digits).format(hundredths / 10_000);
  return html`<p class="credit" part="credit">
    <strong>${format(messages['installments.rate'], { rate })}</strong>
    <span>${messages['installments.credit']}</span>
  </p>`;
}
