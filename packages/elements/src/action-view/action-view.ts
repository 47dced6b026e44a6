import type { ActionAnswer, NextAction } from '@florin/contract';
import type { Checkout, PaymentState } from '@florin/core';
import { directionOf, type Messages } from '@florin/locale';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Words } from '../checkout/words.js';

/** What a view says to whoever holds it. The checkout answers these; so does `checkout`, where the page has given one. */
export interface ActionViewEvents {
  /** The customer's answer: the body of `confirm`. */
  'florin-answer': CustomEvent<ActionAnswer>;
  /** The customer wants another code, or another message to their phone. */
  'florin-resend': CustomEvent<void>;
  /** The customer wants to stop. */
  'florin-cancel': CustomEvent<void>;
  /** The backend should be asked now. */
  'florin-refresh': CustomEvent<void>;
  /** Words for whoever listens to the page. */
  'florin-say': CustomEvent<string>;
}

/**
 * What the views of all next actions share. Within `<florin-checkout>` they are given everything. Alone on a page each of
 * them follows a headless checkout: `view.checkout = createCheckout(…)` is all it needs. It then fetches its own words, is
 * empty while something else is asked for, and has a live region of its own.
 */
export abstract class ActionView<Action extends NextAction> extends LitElement {
  /** What is asked of the customer. Taken from `checkout`, where there is one. */
  @property({ attribute: false }) action: Action | null = null;
  /** A headless checkout to follow, in place of `action`, `busy`, `problem`, `serverNow` and the events. */
  @property({ attribute: false }) checkout: Checkout | null = null;
  /** The words; fetched when they are left out. */
  @property({ attribute: false }) messages: Messages | null = null;
  /** Language tag; the page's language when it is left out. */
  @property() locale = '';
  /** `auto` follows the system; `light` and `dark` do not. */
  @property({ reflect: true }) theme = '';
  /** ms since the epoch on the backend's clock. */
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  /** An answer is on its way. */
  @property({ type: Boolean, reflect: true }) busy = false;
  /** Code of the problem that kept the last answer from being taken, when one did. */
  @property({ attribute: false }) problem: string | null = null;

  /** Where the payment stands. Taken from `checkout`, where there is one. */
  @property({ attribute: false }) state: PaymentState | null = null;

  @state() private said = '';
  private readonly words = new Words(this);
  private unsubscribe: (() => void) | null = null;
  private attempt: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.checkout) this.follow(this.checkout);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
  }

  /** Focuses the heading, so that whoever listens hears what is asked. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(options);
  }

  /** Whether the view is for this action. */
  protected abstract isFor(action: NextAction): action is Action;

  /** The view itself, once there are words and an action. */
  protected abstract renderAction(action: Action, messages: Messages): unknown;

  /** Alone on a page: nobody has given it words. */
  private get isAlone(): boolean {
    return this.checkout !== null || !this.messages;
  }

  protected get texts(): Messages | null {
    return this.messages ?? this.words.messages;
  }

  /** The language that numbers and dates are written in. */
  protected get language(): string {
    return this.messages && this.locale ? this.locale : this.words.locale;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const attempt = this.state?.attempt?.id;
    // What was done for one attempt is nothing to the next one, which may ask for the same.
    if (this.attempt !== undefined && attempt !== this.attempt) this.forget();
    this.attempt = attempt;
    if (changed.has('checkout')) {
      this.unfollow();
      if (this.checkout && this.isConnected) this.follow(this.checkout);
    }
    if (!this.messages && (!this.hasUpdated || changed.has('locale') || changed.has('messages')))
      this.words.choose(this.locale, this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang);
  }

  /** Another attempt has begun: whatever was typed, sent or said for the one before is over. */
  protected forget(): void {}

  protected answer(answer: ActionAnswer): void {
    this.dispatchEvent(new CustomEvent('florin-answer', { detail: answer }));
    void this.checkout?.confirm(answer);
  }

  protected resendIt(): void {
    this.dispatchEvent(new CustomEvent('florin-resend'));
    void this.checkout?.resend();
  }

  protected cancelIt(): void {
    this.dispatchEvent(new CustomEvent('florin-cancel'));
    void this.checkout?.cancel();
  }

  protected refreshIt(): void {
    this.dispatchEvent(new CustomEvent('florin-refresh'));
    void this.checkout?.refresh();
  }

  /** Says something to whoever listens to the page instead of looking at it. */
  protected say(text: string): void {
    if (this.isAlone) this.said = text;
    this.dispatchEvent(new CustomEvent('florin-say', { detail: text }));
  }

  private follow(checkout: Checkout): void {
    this.unfollow();
    this.serverNow = () => checkout.serverNow();
    this.unsubscribe = checkout.subscribe((state) => this.take(state));
    this.take(checkout.state);
  }

  private unfollow(): void {
    this.unsubscribe?.();
    this.unsubscribe = null;
  }

  private take(state: PaymentState): void {
    const { action, decision, problem } = state;
    this.state = state;
    this.action = action && this.isFor(action) ? action : null;
    this.busy = decision !== null;
    this.problem = problem?.code ?? null;
  }

  protected override render(): unknown {
    const { action, texts } = this;
    const view = action && texts ? this.renderAction(action, texts) : nothing;
    if (!this.isAlone) return view;
    const { locale } = this.words;
    // The region is there before it is filled: one that comes with its words is not read.
    return html`<div dir=${directionOf(locale)} lang=${locale}>
      ${view}
      <p class="unseen" role="status">${this.said}</p>
    </div>`;
  }
}
