import type { FinancingPlan } from '@florin/contract';
import { directionOf } from '@florin/locale';
import { planCost, planName } from '@florin/locale/financing';
import { Build, Component, Element, Host, Prop, State, Watch, h } from '@stencil/core';
import { amountOf } from '../attributes/amount-of.js';
import { languageOf, takeWords, type Words } from '../place/words.js';
import { limitWords, nearestWords, type OfferLanguage } from './limit-words.js';
import { chosenPlan, offeredPlans, type OfferedPlans } from './offered-plans.js';
import { Credit, Schedule } from './schedule.js';

const TAG = 'florin-installments';

/**
 * How a purchase can be paid in parts, for a product page: one plan in a line, and all of them with their payments behind it.
 * It needs no script to be read, nor to look at another plan. Without a plan nothing is shown.
 * @part disclosure - All of it, where there is a plan.
 * @part summary - The line that opens the rest.
 * @part offer - In it, what the chosen plan is called.
 * @part cost - What a plan costs.
 * @part more - In the line, what it opens.
 * @part plans - The choice between plans.
 * @part plan - One of them; `plan-selected` too, where it is the chosen one.
 * @part radio - Its button.
 * @part schedule - The payments of a plan.
 * @part caption - What they are of.
 * @part payment - One of them.
 * @part total - All of them.
 * @part credit - The yearly rate of a plan that is a credit, and what it asks.
 * @part limits - Plans that the amount is too small or too large for.
 * @part limit - One of them, or that there is none for this amount.
 */
@Component({ tag: 'florin-installments', styleUrls: ['../theme/tokens.css', 'installments.css'], shadow: true })
export class FlorinInstallments {
  @Element() host!: HTMLElement;

  /** The price, in minor units. */
  @Prop() amount?: number | string;

  /** ISO 4217, in capitals. */
  @Prop() currency?: string;

  /** Fraction digits of `amount`. */
  @Prop() exponent?: number | string;

  /** What the backend lists for this price: JSON of the contract's `PlanOffer[]`. A plan of another amount is left out. */
  @Prop() plans?: string;

  /** Id of the plan that is chosen. Unsaid, it is the one that costs least, and of these the one with the most payments. */
  @Prop({ reflect: true, mutable: true }) plan?: string;

  /** Language tag. The nearest `lang` attribute unless it is said. */
  @Prop({ reflect: true, mutable: true }) locale?: string;

  /** IANA name of the zone whose days are meant. UTC on a server and the visitor's in a browser, unless it is said. */
  @Prop({ reflect: true, mutable: true }) timeZone?: string;

  /** ISO 8601: which day is today. The clock's unless it is said. */
  @Prop({ reflect: true, mutable: true }) now?: string;

  /** `light`, `dark`, or `auto`: as the visitor's system. Unsaid, the page's own scheme counts. */
  @Prop({ reflect: true }) theme?: 'auto' | 'light' | 'dark';

  @State() words?: Words<'installments'>;

  @Watch('locale')
  async loadWords(): Promise<void> {
    await takeWords('installments', this, this.host);
  }

  async componentWillLoad(): Promise<void> {
    this.keepChoice();
    await this.loadWords();
  }

  render() {
    const words = languageOf(this, this.host);
    const amount = amountOf(TAG, this);
    if (!words || !amount) return <Host></Host>;
    const offered = offeredPlans(TAG, this.plans, amount);
    const language = { ...words, amount };
    const { locale } = language;
    return (
      <Host>
        <div lang={locale} dir={directionOf(locale)}>
          {this.offer(offered, language)}
        </div>
      </Host>
    );
  }

  /** Before this element came alive somebody may have looked at another plan. */
  private keepChoice(): void {
    const drawn = Build.isBrowser ? this.host.shadowRoot?.querySelector<HTMLInputElement>('input:checked') : null;
    if (drawn && !drawn.defaultChecked) this.plan = drawn.value;
  }

  private offer({ plans, limits }: OfferedPlans, language: OfferLanguage) {
    const chosen = chosenPlan(plans, this.plan);
    if (!chosen) return limits.length > 0 && <p part="limit">{nearestWords(limits, language)}</p>;
    const { messages } = language;
    return [
      <details part="disclosure">
        <summary part="summary">
          <strong part="offer">{planName(chosen, language)}</strong>{' '}
          <span part="cost">{planCost(chosen, language)}</span>{' '}
          <span class="more" part="more">
            {messages[plans.length > 1 ? 'offer.plans' : 'offer.schedule']}
          </span>
        </summary>
        {plans.length > 1 ? this.choice(plans, chosen, language) : this.terms(chosen, language)}
        {limits.length > 0 && (
          <ul part="limits" role="list">
            {limits.map((limit) => (
              <li part="limit">{limitWords(limit, language)}</li>
            ))}
          </ul>
        )}
      </details>,
      <Credit plan={chosen} language={language} />,
    ];
  }

  private choice(plans: FinancingPlan[], chosen: FinancingPlan, language: OfferLanguage) {
    return (
      <fieldset part="plans">
        <legend>{language.messages['installments.plans']}</legend>
        {plans.map((plan) => (
          <div class="plan" part={plan === chosen ? 'plan plan-selected' : 'plan'} key={plan.id}>
            <label>
              <input
                part="radio"
                type="radio"
                name="plan"
                value={plan.id}
                checked={plan === chosen}
                onChange={() => (this.plan = plan.id)}
              />
              <span>
                {planName(plan, language)} <small part="cost">{planCost(plan, language)}</small>
              </span>
            </label>
            {this.terms(plan, language)}
          </div>
        ))}
      </fieldset>
    );
  }

  private terms(plan: FinancingPlan, language: OfferLanguage) {
    return (
      <div class="terms">
        <Schedule plan={plan} language={language} />
        <Credit plan={plan} language={language} />
      </div>
    );
  }
}
