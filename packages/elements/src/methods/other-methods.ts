import type { Amount, Intent, MethodInput } from '@florin/contract';
import { format, formatMoney, formatPlural, type Messages } from '@florin/locale';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { regionOf } from '../card/details/region.js';
import { summaryTemplate } from '../card/summary-template.js';
import type { OfferedMethod } from '../checkout/method-list.js';
import { PaymentWindow } from '../redirect/payment-window.js';
import { CountryChoice } from './country-choice.js';
import { countryName, renderCountryChoice } from './country-template.js';
import type { Operator, OtherMethod } from './other-method.js';
import { nameOf, renderOperators, renderRow, type OtherMethodContext } from './other-method-template.js';
import type { FlorinPhoneNumber } from './phone-number.js';
import { PhoneQuestion } from './phone-question.js';

export { otherMethodsStyles as partStyles } from './other-methods.styles.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> {
  readonly shadowRoot: ShadowRoot | null;
}

interface Calls {
  /** Says something to whoever listens to the page instead of looking at it. */
  say(text: string): void;
}

interface Language {
  messages: Messages;
  locale: string;
}

/** Where a field of the chosen method stands. */
const places = { country: '#country', operator: '.operators input', phone: 'florin-phone-number' } as const;
type Field = keyof typeof places;

/** The rows of every way to pay that is no card, and the country that they are to be had in. */
export class OtherMethods {
  private readonly country = new CountryChoice();
  /** Ids of the chosen operators, by the key of their method. */
  private readonly operators = new Map<string, string>();
  private readonly phone = new PhoneQuestion(this.host);
  /** Where the customer seems to be. */
  private home: string | undefined;
  /** What has to be chosen, or chosen anew. Without a message nothing has been chosen yet. `isListed`: more than that is wrong. */
  private wrong: { field: Field; message?: string; isListed?: boolean } | null = null;

  constructor(
    private readonly host: Host,
    private readonly calls: Calls,
  ) {}

  /** Without those that are not to be had in the chosen country. */
  offeredIn(methods: readonly OfferedMethod[], intent: Intent): OfferedMethod[] {
    this.home = intent.country ?? undefined;
    return this.country.narrow(methods, intent);
  }

  /** The number that the method asks for cannot be checked yet. */
  isAwaited(method: OtherMethod): boolean {
    return this.phone.isAwaited(method);
  }

  /** What the pay button says (WCAG 2.2, 3.3.4): how much, and how. `isNewCode`: the last code was not scanned in time. */
  payWords(
    method: OtherMethod,
    { messages, locale, amount }: Language & { amount: Amount },
    isNewCode: boolean,
  ): string {
    const name = this.operatorOf(method)?.label || nameOf(method, messages);
    const words = messages[isNewCode ? 'pay.new_code' : 'pay.with'];
    return format(words, { amount: formatMoney(amount, locale), method: name });
  }

  /** What is sent for it; `null`, and the customer is led to what is wrong, while something is. */
  inputOf(method: OtherMethod, fields: FlorinPhoneNumber | null): MethodInput | null {
    if (this.isAwaited(method)) return null;
    const operator = this.operatorOf(method);
    const isRight = fields?.validate() ?? true;
    if (method.type === 'mobile_money' && !operator) return this.askForOperator(!isRight);
    if (!isRight) {
      fields?.focus();
      return null;
    }
    const { code } = method;
    const number = fields?.read();
    const chosen = { ...(code !== undefined && { code }), ...(number !== undefined && { phone: number }) };
    if (method.type === 'mobile_money')
      return operator && number !== undefined
        ? { type: method.type, ...chosen, operator: operator.id, phone: number }
        : null;
    const country = method.countries?.length ? this.country.chosen : undefined;
    return { type: method.type, ...chosen, ...(country && { country }) };
  }

  /** Opens the window that the method is paid in, where it is paid in one. Call it in the press of the button itself. */
  openWindow(method: OtherMethod): PaymentWindow | null {
    return method.type === 'redirect' && method.presentation === 'popup' ? PaymentWindow.open() : null;
  }

  /** The chosen method has such a field. */
  hasField(name: string): name is Field {
    return Object.hasOwn(places, name) && this.find(name as Field) !== null;
  }

  /** Something has to be chosen anew, says the backend. `false`: there is nothing to choose there. */
  showFieldError(field: string, message: string): boolean {
    if (!this.hasField(field) || field === 'phone') return false;
    this.wrong = { field, message };
    this.host.requestUpdate();
    return true;
  }

  /** Where something has to be chosen. */
  get wrongField(): HTMLElement | null {
    return this.wrong && this.find(this.wrong.field);
  }

  /** Nothing is chosen, nothing is typed. */
  forget(): void {
    this.country.choose(undefined);
    this.operators.clear();
    this.phone.forget();
    this.wrong = null;
  }

  renderCountry(messages: Messages, locale: string, isBusy: boolean): TemplateResult | typeof nothing {
    const choose = (code: string) => void this.chooseCountry(code, { messages, locale });
    const error = this.errorOf('country', messages);
    return this.country.isOpen
      ? renderCountryChoice(this.country, { messages, locale, isBusy, error, choose })
      : nothing;
  }

  render(method: OtherMethod, context: OtherMethodContext): TemplateResult {
    const { messages, isBusy } = context;
    const choose = () => {
      this.wrong = null;
      context.choose();
    };
    return renderRow(method, { ...context, choose }, () => [
      this.wrong?.isListed ? this.renderSummary(messages) : nothing,
      method.type === 'mobile_money'
        ? renderOperators(method.operators, {
            key: method.key,
            messages,
            isBusy,
            chosen: this.operatorOf(method),
            error: this.errorOf('operator', messages),
            choose: ({ id }) => this.chooseOperator(method, id),
          })
        : nothing,
      this.phone.render(method, context, this.country.chosen || this.home || regionOf(context.locale) || ''),
    ]);
  }

  /** The only one there is, else the one that the customer chose, while it is offered. */
  private operatorOf(method: OtherMethod): Operator | undefined {
    if (method.type !== 'mobile_money') return undefined;
    const { operators, key } = method;
    return operators.length === 1 ? operators[0] : operators.find(({ id }) => id === this.operators.get(key));
  }

  private chooseOperator({ key }: OtherMethod, id: string): void {
    this.operators.set(key, id);
    this.wrong = null;
    this.host.requestUpdate();
  }

  private async chooseCountry(code: string, language: Language): Promise<void> {
    const { host } = this;
    this.country.choose(code);
    this.wrong = null;
    host.requestUpdate();
    await host.updateComplete;
    // One way to pay alone may have no row.
    const count = host.shadowRoot?.querySelectorAll('[name=method]').length || 1;
    const { messages, locale } = language;
    this.calls.say(formatPlural(messages, locale, 'country.ways', count, { country: countryName(code, language) }));
  }

  /** One error takes the focus to its field, several to a list of them. */
  private askForOperator(isListed: boolean): null {
    const { host } = this;
    this.wrong = { field: 'operator', isListed };
    host.requestUpdate();
    if (isListed) void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('.summary')?.focus());
    else this.wrongField?.focus();
    return null;
  }

  /** It stands above the fields, so it goes once one is chosen: not while a number is typed or a button is pressed. */
  private renderSummary(messages: Messages): TemplateResult {
    const errors = (['operator', 'phone'] as const).flatMap((field) => {
      const text = this.errorOf(field, messages);
      return text === undefined ? [] : [[field, text] as const];
    });
    return summaryTemplate(messages['error.summary.title'], errors, (field) => this.find(field as Field)?.focus());
  }

  private errorOf(field: Field, messages: Messages): string | undefined {
    if (field === 'phone') return (this.find(field) as FlorinPhoneNumber | null)?.errorIn(messages);
    return this.wrong?.field === field ? (this.wrong.message ?? messages['mobile_money.choose']) : undefined;
  }

  private find(field: Field): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(places[field]) ?? null;
  }
}

export function createPart(...needs: ConstructorParameters<typeof OtherMethods>): OtherMethods {
  return new OtherMethods(...needs);
}
