import { addsUp, type Amount, type CardInput, type FinancingPlan, type InstallmentsInput } from '@florin/contract';
import type { Messages } from '@florin/locale';
import type { PlanLanguage } from '@florin/locale/financing';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { OfferedMethod } from '../checkout/method-list.js';
import { warnOnce } from '../checkout/warn-once.js';
import type { InstallmentsMethod } from './installments-method.js';
import { renderInstallments, type InstallmentsView } from './installments-template.js';
import { payWords } from './pay-words.js';

export { installmentsStyles as partStyles } from './installments.styles.js';

interface Calls {
  /** ms on the backend's clock. */
  serverNow(): number;
}

type Language = Omit<PlanLanguage, 'now'> & { messages: Messages };
type Context = Language & Pick<InstallmentsView, 'name' | 'isBusy'>;

/** The ways to pay in parts: which plans there are, which of them is chosen, and how it is shown. */
export class Installments {
  /** Ids of the chosen plans, by the key of their method. */
  private readonly chosen = new Map<string, string>();

  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly calls: Calls,
  ) {}

  /** The methods, with the plans that may be shown; one that has none of them is no way to pay. `amount`: what is to be paid. */
  withPlans(methods: readonly OfferedMethod[], { value }: Amount): OfferedMethod[] {
    return methods.flatMap((method): OfferedMethod[] => {
      if (method.type !== 'installments') return [method];
      const plans = method.plans.filter((plan) => isTrue(plan, value));
      return plans.length > 0 ? [{ ...method, plans }] : [];
    });
  }

  /** What the pay button says. */
  payWords(method: InstallmentsMethod, language: Language): string {
    return payWords(this.planOf(method), { ...language, now: this.calls.serverNow() });
  }

  /** What is sent: the plan as it was shown, and the card. */
  inputOf(method: InstallmentsMethod, card: CardInput): InstallmentsInput {
    const { id, total } = this.planOf(method);
    const { code } = method;
    return { type: 'installments', ...(code !== undefined && { code }), plan: id, total, card };
  }

  /** Nothing is chosen: what comes first is. */
  forget(): void {
    this.chosen.clear();
  }

  render(method: InstallmentsMethod, context: Context): TemplateResult {
    const choose = ({ id }: FinancingPlan) => {
      this.chosen.set(method.key, id);
      this.host.requestUpdate();
    };
    return renderInstallments(method, { ...context, now: this.calls.serverNow(), chosen: this.planOf(method), choose });
  }

  /** The one that the customer chose, while it is offered; else the first. */
  private planOf({ key, plans }: InstallmentsMethod): FinancingPlan {
    return (plans.find(({ id }) => id === this.chosen.get(key)) ?? plans[0]) as FinancingPlan;
  }
}

export function createPart(...needs: ConstructorParameters<typeof Installments>): Installments {
  return new Installments(...needs);
}

/** The numbers of a plan agree; else it would tell a lie about money, whichever of them is believed. */
function isTrue(plan: FinancingPlan, purchase: number): boolean {
  if (addsUp(plan, purchase)) return true;
  warnOnce(`the plan "${plan.id}" is left out: its payments do not add up to what is to be paid and its total.`);
  return false;
}
