import type { CardInput, FailureField, MethodInput } from '@florin/contract';
import type { Checkout, CheckoutProblem, PaymentState } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FlorinCard } from '../card/card.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { checkoutStyles } from './checkout.styles.js';
import { faultsOf, type Fault } from './configuration.js';
import { renderForm } from './form-template.js';
import { eventsBetween, type CheckoutEventDetails, type CheckoutEventName } from './host-events.js';
import { drawableMethods, type DrawableMethod } from './method-list.js';
import { currentFailure, fieldOfPointer, noticeOf } from './notice.js';
import { Session } from './session.js';
import { loadView, prefetchViews, viewOf, type ViewName } from './view.js';
import { renderView } from './view-template.js';
import { warnOnce } from './warn-once.js';
import { Words } from './words.js';

/** Before the intent has been read a card is the likeliest thing to be asked for: its form can be typed in at once. */
const assumedMethods: DrawableMethod[] = [{ type: 'card', key: 'card-0' }];

/** An attribute that is not there while the property is empty. */
const word = { fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null };

/**
 * @summary The whole checkout in one tag: it shows the ways to pay, takes the payment, asks what the bank asks, and tells the outcome.
 * @event florin-ready - The intent has been read for the first time, whatever its status. `{ methods }`
 * @event florin-change - What the customer typed became valid, or no longer is. `{ valid, complete, brand }`
 * @event florin-submit - The customer wants to pay; cancelable. `{ method }`
 * @event florin-action - The customer has to do something. `{ type }`
 * @event florin-status - The payment is in another phase. `{ phase, status }`
 * @event florin-success - The backend has said that it is paid. `{ intent, status, amount }`
 * @event florin-failure - An attempt failed. `{ reason, recovery, code, final }`
 * @event florin-error - A setting, the network or the backend is not right. `{ code, status?, violations? }`
 * @csspart form - The ways to pay with the pay button.
 * @csspart method - One way to pay, in a list of more than one.
 * @csspart failure - The words about the last failure.
 * @csspart view - What stands in the place of the form.
 * @cssprop --florin-accent - Colour of what can be pressed.
 */
export class FlorinCheckout extends LitElement {
  static override styles = [tokens, controls, checkoutStyles];

  /** Where the merchant's backend answers the contract. */
  @property() endpoint = '';
  /** Id of the intent to pay. */
  @property() intent = '';
  /** Opens this intent alone. */
  @property({ attribute: 'client-secret' }) clientSecret = '';
  /** Language tag; the page's language when it is left out. */
  @property() locale = '';
  /** How more than one method is laid out: `accordion` (the default), `list` or `tabs`. */
  @property({ reflect: true, converter: word }) layout = '';
  /** `auto` follows the system; `light` and `dark` do not. */
  @property({ reflect: true, converter: word }) theme = '';
  /** A headless checkout made by the page, in place of `endpoint`, `intent` and `client-secret`. */
  @property({ attribute: false }) checkout: Checkout | null = null;
  /** Words to say in place of ours. */
  @property({ attribute: false }) messages: Partial<Messages> = {};

  @state() private chosen = '';
  @state() private fault: Fault | null = null;
  @state() private polite = '';
  @state() private urgent = '';

  @query('.panel:not([hidden]) > florin-card') private card!: FlorinCard | null;
  @query('florin-pay-button') private payButton!: HTMLElement | null;
  @query('.failure') private failureBox!: HTMLElement | null;

  private readonly words = new Words(this);
  private readonly session = new Session(this, (after, before) => this.handleState(after, before));
  private shown: ViewName | null = null;
  private takesFocus = false;
  private wasSubmittedFromInside = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // Taken out and put back in one go is a move: the payment goes on where it was.
    if (this.hasUpdated && !this.session.isOpen) this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.session.close();
    });
  }

  /** Pays with what has been chosen and typed. Does what the pay button does. */
  async submit(): Promise<void> {
    if (this.session.state.phase !== 'ready') return;
    const input = this.readInput();
    if (!input) return;
    const goesOn = this.announce('florin-submit', { method: input.type }, true);
    if (!goesOn) return;
    prefetchViews();
    this.wasSubmittedFromInside = this.matches(':focus-within');
    // The fields are about to be disabled, which would drop the focus.
    if (this.card?.matches(':focus-within')) this.payButton?.focus();
    await this.session.submit(input);
  }

  /** Focuses the first field of the form, or the heading of what stands in its place. */
  override focus(options?: FocusOptions): void {
    const place = (selector: string) => this.shadowRoot?.querySelector<HTMLElement>(selector);
    (place('.view > *') ?? this.card ?? place(':checked') ?? this.payButton)?.focus(options);
  }

  /** Empties the form. What the backend knows stays as it is. */
  reset(): void {
    for (const card of this.cards) card.reset();
    this.chosen = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('locale'))
      this.words.choose(this.locale, this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang);
    const settings = ['endpoint', 'intent', 'clientSecret', 'checkout', 'locale', 'layout', 'theme'] as const;
    if (!this.hasUpdated || settings.some((name) => changed.has(name))) this.checkSettings();
    const restarts = ['endpoint', 'intent', 'clientSecret', 'checkout'] as const;
    if (!this.hasUpdated || restarts.some((name) => changed.has(name))) this.start();
    const view = this.fault ? 'status' : viewOf(this.session.state);
    if (view && view !== this.shown) void loadView(view);
    this.takesFocus = view !== this.shown && this.mayTakeFocus;
  }

  protected override updated(): void {
    const { phase } = this.session.state;
    this.setAttribute('phase', this.fault ? 'unavailable' : phase);
    this.toggleAttribute('busy', this.isBusy);
    const method = this.chosenMethod;
    if (method) this.setAttribute('method', method.type);
    else this.removeAttribute('method');
    const view = this.fault ? 'status' : viewOf(this.session.state);
    if (view === this.shown) return;
    this.shown = view;
    if (this.takesFocus) void this.moveFocus(view);
  }

  /** The focus is ours, or was until a field that is now busy lost it to nobody. It is never taken from the page. */
  private get mayTakeFocus(): boolean {
    if (this.matches(':focus-within')) return true;
    return this.wasSubmittedFromInside && (document.activeElement ?? document.body) === document.body;
  }

  private get allMessages(): Messages | null {
    return this.words.withOverrides(this.messages);
  }

  private get methods(): DrawableMethod[] {
    const { intent } = this.session.state;
    return intent ? drawableMethods(intent.methods) : assumedMethods;
  }

  private get chosenMethod(): DrawableMethod | undefined {
    return this.methods.find(({ key }) => key === this.chosen) ?? this.methods[0];
  }

  private get cards(): FlorinCard[] {
    return [...(this.shadowRoot?.querySelectorAll('florin-card') ?? [])];
  }

  private get isBusy(): boolean {
    return this.session.state.decision !== null;
  }

  private checkSettings(): void {
    const faults = faultsOf(this, document.baseURI);
    for (const { attribute, expected } of faults) warnOnce(`the attribute "${attribute}" should be ${expected}.`);
    const fatal = faults.find((fault) => fault.fatal) ?? null;
    if (fatal && fatal.attribute !== this.fault?.attribute)
      this.announce('florin-error', { code: `attribute_${fatal.attribute}` });
    this.fault = fatal;
  }

  private start(): void {
    // Out of the page nothing would ever end it; coming back starts it.
    if (this.fault || !this.isConnected) this.session.close();
    else if (this.checkout) this.session.adopt(this.checkout);
    else
      void this.session.open({
        endpoint: new URL(this.endpoint, document.baseURI).href,
        intent: this.intent,
        clientSecret: this.clientSecret,
      });
  }

  private readInput(): MethodInput | null {
    const method = this.chosenMethod;
    if (method?.type === 'qr') return { type: 'qr', ...(method.code !== undefined && { code: method.code }) };
    return this.card?.validate() ? (this.card.read() satisfies CardInput | null) : null;
  }

  private announce<Name extends CheckoutEventName>(
    name: Name,
    detail: CheckoutEventDetails[Name],
    cancelable = false,
  ): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  private handleState(after: PaymentState, before: PaymentState): void {
    if (!this.isConnected) return;
    if (after.phase !== before.phase) {
      // What was said is no longer so, and must be news when it is said again.
      this.urgent = '';
      if (after.phase === 'ready') this.polite = '';
    }
    for (const [name, detail] of eventsBetween(before, after)) this.announce(name, detail);
    const comesBack = after.phase === 'ready' && before.phase !== 'ready' && before.phase !== 'loading';
    if (comesBack) void this.welcomeBack(after);
  }

  /** The form comes back after a try: everything is still there but the security code, which may not be kept. */
  private async welcomeBack({ failure, problem }: PaymentState): Promise<void> {
    const takesFocus = this.mayTakeFocus;
    await this.updateComplete;
    for (const card of this.cards) {
      card.clearSecurityCode();
      await card.updateComplete;
    }
    const messages = this.allMessages;
    if (!messages) return;
    const notice = noticeOf(messages, failure, problem);
    this.urgent = notice ? `${notice.title} ${notice.text}` : '';
    const field = this.fieldToMend(currentFailure(failure, problem)?.field, problem);
    if (field && notice) this.card?.showFieldError(field, notice.title);
    if (!takesFocus) return;
    (notice && !field ? this.failureBox : this)?.focus();
  }

  private fieldToMend(
    field: FailureField | undefined,
    problem: CheckoutProblem | null,
  ): Exclude<FailureField, 'otp'> | null {
    const named = field ?? problem?.violations?.map(({ pointer }) => fieldOfPointer(pointer)).find(Boolean);
    return named && named !== 'otp' ? named : null;
  }

  private async moveFocus(view: ViewName | null): Promise<void> {
    if (!view) return;
    await loadView(view);
    await this.updateComplete;
    if (this.shown === view) this.focus();
  }

  private handleSubmit = (): void => void this.submit();

  private handleChoice = (key: string): void => {
    this.chosen = key;
  };

  private handleChange = (): void => {
    this.handleUse();
    prefetchViews();
  };

  /** What the customer has begun to fill in stays chosen, whatever comes before it once the intent has been read. */
  private handleUse = (): void => {
    this.chosen ||= this.chosenMethod?.key ?? '';
  };

  protected override render() {
    const messages = this.allMessages;
    const { state } = this.session;
    const view = this.fault ? 'status' : viewOf(state);
    const isOver =
      view !== null && ['completed', 'failed', 'expired', 'cancelled', 'unavailable'].includes(state.phase);
    return html`
      <div class="root" dir=${this.words.direction} lang=${this.words.locale}>
        ${
          isOver || this.fault
            ? nothing
            : renderForm({
                state,
                messages,
                locale: this.words.locale,
                methods: this.methods,
                chosen: this.chosenMethod?.key,
                isHidden: view !== null,
                submit: this.handleSubmit,
                change: this.handleChange,
                use: this.handleUse,
                choose: this.handleChoice,
              })
        }
        ${
          view && messages
            ? html`<div class="view" part="view">
              ${renderView(view, {
                state,
                messages,
                locale: this.words.locale,
                attribute: this.fault?.attribute ?? null,
                serverNow: this.session.serverNow,
                confirm: this.session.confirm,
                resend: this.session.resend,
                cancel: this.session.cancel,
                refresh: this.session.refresh,
                say: (text) => {
                  this.polite = text;
                },
              })}
            </div>`
            : nothing
        }
        <p class="unseen" role="status">${this.polite}</p>
        <p class="unseen" role="alert">${this.urgent}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-checkout': FlorinCheckout;
  }
  interface HTMLElementEventMap extends CheckoutEventMap {}
}

type CheckoutEventMap = { [Name in CheckoutEventName]: CustomEvent<CheckoutEventDetails[Name]> };
