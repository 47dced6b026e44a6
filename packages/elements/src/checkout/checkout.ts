import type { Address } from '@florin/contract';
import type { Checkout } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Appearance } from '../appearance/appearance.js';
import { WornAppearance } from '../appearance/worn-appearance.js';
import { checkoutContext } from '../arrangement/checkout-context.js';
import { childAround } from '../arrangement/child-around.js';
import type { FlorinCard } from '../card/card.js';
import { untilLoaded } from '../loading/until-loaded.js';
import { afterPaint } from '../paint/after-paint.js';
import type { SdkPlugin } from '../sdk/sdk-plugin.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { assumedForm, assumedMethod } from './assumed-form.js';
import { checkoutStyles } from './checkout.styles.js';
import { drawsWays, renderForm } from './form-template.js';
import type { CheckoutEventDetails, CheckoutEventName } from './host-events.js';
import type { PlacedPart } from './places.js';
import type { Till } from './till.js';
import { Words } from './words.js';

const placeable = 'florin-methods, florin-card, florin-pay-button, florin-messages, florin-status';

/** An attribute that is not there while the property is empty. */
const word = { fromAttribute: (value: string | null) => value ?? '', toAttribute: (value: string) => value || null };

/** A card is asked for once something stands in it. */
const isTypedIn = ({ isConnected, isAsked }: FlorinCard): boolean => isConnected && isAsked;

/**
 * @summary The whole checkout in one tag: it shows the ways to pay, takes the payment, asks what the bank asks, and tells the outcome.
 * @event florin-ready - The intent has been read for the first time, whatever its status. `{ methods }`
 * @event florin-change - What the customer typed became valid, or no longer is. `{ valid, complete, brand }`
 * @event florin-submit - The customer wants to pay; cancelable. `{ method }`
 * @event florin-action - The customer has to do something. `{ type }`
 * @event florin-status - The payment is in another phase. `{ phase, status }`
 * @event florin-success - The backend has said that it is paid. `{ intent, status, amount }`
 * @event florin-failure - An attempt failed. `{ reason, recovery, code, final }`
 * @event florin-error - A setting, the network or the backend is not right. `{ code, status?, violations?, provider? }`
 * @slot - The page's own arrangement: shown as soon as a part of the checkout stands in it.
 * @slot header - Above whatever is shown.
 * @slot before-pay - Above the pay button.
 * @slot after-pay - Below the pay button.
 * @slot footer - Below whatever is shown.
 * @slot success - The page's own view of a payment that is paid.
 * @slot icon-<code or type> - The page's own icon for a method, as in `<img slot="icon-card" alt="" src="…">`.
 * @csspart form - The ways to pay with the pay button.
 * @csspart method - One way to pay, in a list of more than one; the chosen one is also `method-selected`.
 * @csspart radio - What it is chosen by.
 * @csspart method-name - Its name.
 * @csspart method-text - What will happen, below a chosen one that is no card.
 * @csspart icon - Its icon.
 * @csspart brand-marks - The marks of the brands that are taken.
 * @csspart brand-mark - One mark.
 * @csspart more - The button that opens the other ways to pay, in the layout `single`.
 * @csspart panel - What belongs to a way to pay: the fields below its row.
 * @csspart card - The card. Its parts are the checkout's too.
 * @csspart saved-card - The row of a saved card, or of one that has been removed.
 * @csspart card-name - The digits that it ends in.
 * @csspart remove - The button that removes a saved card.
 * @csspart undo - The button that brings it back.
 * @csspart security-code - What is asked for with a saved card. Its parts are the checkout's too.
 * @csspart phone-number - The phone number, likewise.
 * @csspart operator - One operator of mobile money; the chosen one is also `operator-selected`.
 * @csspart country - The choice of the country.
 * @csspart plans - The plans of a payment in parts, where there is a choice.
 * @csspart plan - One of them; the chosen one is also `plan-selected`.
 * @csspart schedule - The payments of the chosen plan: a table.
 * @csspart caption - Its caption.
 * @csspart payment - One of its payments: a row.
 * @csspart total - What they add up to: a row.
 * @csspart credit - What a credit has to say: its annual rate, and that it must be repaid.
 * @csspart label - The label of a field.
 * @csspart control - The box around an input.
 * @csspart input - An input or a list to choose from.
 * @csspart hint - What is said less loudly.
 * @csspart error - What to do about something that is not right.
 * @csspart summary - The list of errors, shown when there is more than one.
 * @csspart summary-title - Its title.
 * @csspart summary-link - A link to a field.
 * @csspart failure - The words about the last failure; their first line is `failure-title`.
 * @csspart failure-title - Their first line.
 * @csspart button - Any button but the pay button.
 * @csspart view - What stands in the place of the form. The parts of what is drawn there are the checkout's too.
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
  /** How more than one method is laid out: `accordion` (the default), `list`, `tabs` or `single`. */
  @property({ reflect: true, converter: word }) layout = '';
  /** `auto` follows the system; `light` and `dark` do not. */
  @property({ reflect: true, converter: word }) theme = '';
  /** A set of defaults: `clean` (the default), `outlined`, `soft` or `dense`. */
  @property({ reflect: true, converter: word }) look = '';
  /** Where the labels of the fields stand: `above` them (the default), or `floating`. */
  @property({ reflect: true, converter: word }) labels = '';
  /** The fields of a card: `spaced` (the default), or `joined` into one box. */
  @property({ reflect: true, converter: word }) inputs = '';
  /** How it looks, in one object: what stands here wins over the attributes. */
  @property({ attribute: false }) appearance: Appearance | null = null;
  /** A headless checkout made by the page, in place of `endpoint`, `intent` and `client-secret`. */
  @property({ attribute: false }) checkout: Checkout | null = null;
  /** Words to say in place of ours. */
  @property({ attribute: false }) messages: Partial<Messages> = {};

  /** Where the goods are sent: the card form offers it as the billing address, where it asks for one. */
  @property({ attribute: false }) shipping: Address | null = null;
  /** What the page brings for next actions of the type `sdk`, by the name that they give. */
  @property({ attribute: false }) plugins: Readonly<Record<string, SdkPlugin>> = {};
  /** The expiry date of a card: `one` field (the default), or `split` into month and year. */
  @property() expiry = '';
  /** A drawn card above the fields of a card, which fills up as they do. */
  @property({ type: Boolean, attribute: 'card-picture' }) cardPicture = false;

  /** What takes the payment. It is loaded once a form that can be typed in has been painted. */
  @state() private till: Till | null = null;

  /** What the page has put inside the tag, in place of ours. */
  readonly placed = new Set<PlacedPart>();

  private readonly words = new Words(this);
  private readonly worn = new WornAppearance(this);
  private wasUsed = false;

  constructor() {
    super();
    this.addEventListener('context-request', (event) => {
      if (event.context !== checkoutContext) return;
      event.stopPropagation();
      event.callback(this);
      // Who asks as the protocol once was does not say who it is, and is none of ours.
      if (event.contextTarget) this.place(event.contextTarget);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.search(this);
    this.till?.reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.till?.close();
    });
  }

  /** Pays with what has been chosen and typed. Does what the pay button does. */
  async submit(): Promise<void> {
    await this.till?.submit();
  }

  /** Focuses the first field of the form, or the heading of what stands in its place. */
  override focus(options?: FocusOptions): void {
    if (this.till) this.till.focus(options);
    else this.fields[0]?.focus(options);
  }

  /** Empties the form. What the backend knows stays as it is. */
  reset(): void {
    for (const fields of this.till?.allFields ?? this.fields) fields.reset();
    this.wasUsed = false;
    this.till?.forgetChoice();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('locale'))
      this.words.choose(this.locale, this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang);
    this.worn.putWords(this.appearance);
    if (changed.has('appearance')) this.worn.putVariables(this.appearance);
    this.till?.willUpdate(changed);
  }

  protected override firstUpdated(): void {
    this.setAttribute('phase', 'loading');
    void this.open();
  }

  protected override updated(): void {
    this.till?.updated();
  }

  /** Before the till is there. */
  private get fields(): FlorinCard[] {
    const placed = [...this.placed].filter((part): part is FlorinCard => part.localName === 'florin-card');
    return [...this.drawnCards, ...placed];
  }

  /** Ours, in this root or in that of a part. */
  private get drawnCards(): FlorinCard[] {
    const roots = [this, ...this.placed].map(({ shadowRoot }) => shadowRoot);
    return roots.flatMap((root) => [...(root?.querySelectorAll<FlorinCard>('florin-card') ?? [])]);
  }

  /** Parts that are not defined yet do not ask, and those that were before this was asked in vain. */
  private search(root: ParentNode): void {
    for (const element of root.querySelectorAll('*')) {
      this.place(element);
      if (element.shadowRoot) this.search(element.shadowRoot);
    }
  }

  private place(part: Element): void {
    const { placed } = this;
    const { host } = part.getRootNode() as ShadowRoot;
    // What we draw ourselves asks too.
    if (!part.matches(placeable) || placed.has(host as PlacedPart)) return;
    const child = childAround(this, part);
    if (!child) return;
    const isNew = !placed.has(part as PlacedPart);
    // A named slot is hidden at times. And what has been typed into ours is not dropped.
    const isLate = isNew && part.matches('florin-card, florin-methods') && this.drawnCards.some(isTypedIn);
    if (child.slot || isLate)
      return void import('../arrangement/left-out.js').then((file) => file.leaveOut(part, placed)).catch(() => {});
    // A card loads no words of its own: ours are on their way.
    if (isNew) placed.add(Object.assign(part as PlacedPart, { messages: null }));
    this.requestUpdate();
  }

  private async open(): Promise<void> {
    await afterPaint();
    // On its way already when the till asks for it. What is lost is asked for again there.
    if (!this.checkout) import('@florin/core').catch(() => {});
    if (this.placed.size > 0) import('../arrangement/arrangement.js').catch(() => {});
    const part = await untilLoaded(() => import('./till.js'));
    if (part) this.till = new part.Till(this, this.words, this.wasUsed ? assumedMethod.key : '');
  }

  private readonly handlers = {
    // Nobody else's to answer: neither another checkout's around this one, nor a form's of the page's.
    submit: (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      void this.submit();
    },
    change: () => {
      this.handlers.use();
      this.till?.prefetch();
    },
    use: () => {
      this.wasUsed = true;
      this.till?.use();
    },
  };

  private renderSlot() {
    const { submit, change, use } = this.handlers;
    return html`<slot @florin-pay=${submit} @florin-card-submit=${submit} @florin-change=${change} @focusin=${use}></slot>`;
  }

  protected override render() {
    const { till, words, shipping, expiry, labels, inputs, cardPicture, placed } = this;
    const { locale } = words;
    const form = till
      ? till.form
      : {
          ...assumedForm,
          messages: words.withOverrides(this.messages),
          locale,
          shipping,
          expiry,
          labels,
          inputs,
          cardPicture,
          placed: new Set([...placed].map(({ localName }) => localName)),
        };
    const drawn = form ? renderForm(form, this.handlers) : nothing;
    const isFirst = form !== null && drawsWays(form);
    return html`
      <div class="root" dir=${words.direction} lang=${locale}>
        <slot name="header"></slot>
        ${isFirst ? drawn : nothing} ${placed.size > 0 ? this.renderSlot() : nothing} ${isFirst ? nothing : drawn}
        ${till?.renderView()}
        <slot name="footer"></slot>
        <p class="unseen" role="status">${till?.polite}</p>
        <p class="unseen" role="alert">${till?.urgent}</p>
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
