import type { FinancingPlan } from '@florin/contract';
import type { TemplateResult } from 'lit';
import type { InstallmentsMethod } from './installments-method.js';
import { renderInstallments, type InstallmentsView } from './installments-template.js';
import { payWords, type PlanLanguage } from './plan-words.js';

export { installmentsStyles } from './installments.styles.js';

type Language = Omit<PlanLanguage, 'now'>;
type Context = Language & Pick<InstallmentsView, 'isAlone' | 'isBusy'>;

/** The ways to pay in parts: which plan of each is chosen, and how it is shown. */
export class Installments {
  /** Ids of the chosen plans, by the key of their method. */
  private readonly chosen = new Map<string, string>();

  constructor(
    private readonly onChange: () => void,
    private readonly serverNow: () => number,
  ) {}

  /** The one that the customer chose, while it is offered; else the first. */
  planOf({ key, plans }: InstallmentsMethod): FinancingPlan | undefined {
    return plans.find(({ id }) => id === this.chosen.get(key)) ?? plans[0];
  }

  /** Nothing is chosen: what comes first is. */
  forget(): void {
    this.chosen.clear();
  }

  /** What the pay button says. */
  payWords(method: InstallmentsMethod, language: Language): string {
    const plan = this.planOf(method);
    return plan ? payWords(plan, { ...language, now: this.serverNow() }) : '';
  }

  render(method: InstallmentsMethod, context: Context): TemplateResult | null {
    const chosen = this.planOf(method);
    const choose = ({ id }: FinancingPlan) => {
      this.chosen.set(method.key, id);
      this.onChange();
    };
    return chosen ? renderInstallments(method, { ...context, now: this.serverNow(), chosen, choose }) : null;
  }
}
