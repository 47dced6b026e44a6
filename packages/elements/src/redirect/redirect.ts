import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OutsideView } from '../outside-view/outside-view.js';
import { afterPaint } from '../paint/after-paint.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { destinationOf, type Destination } from './destination.js';
import { Leaving } from './leaving.js';
import { PaymentWindow } from './payment-window.js';
import { pressText, stageText, type Stage } from './redirect-words.js';
import { redirectStyles } from './redirect.styles.js';

type Redirect = ActionOf<'redirect'>;

/** ms between two looks at whether the window is still there: a closed one tells nobody. */
const LOOK = 1000;

/** Phases after which a window that was opened beforehand may still be needed. */
const goesOn: readonly (string | undefined)[] = ['submitting', 'processing', 'confirming', 'verifying'];

/** What this page has been left for: whoever comes back, in whatever way, is not sent off again by itself. */
const left = new Set<string>();

/**
 * @summary Leads to the page of a bank or a wallet, in this page's place or in a window, and waits.
 * @event florin-window - A press has opened a window: `detail` is it, to be given back as `window`.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-refresh - The window was closed, or the customer wants to know: the backend should be asked.
 * @event florin-error - The address is no page of the web: `{ code: 'address_unsupported' }`.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart text - Where it goes on, and how.
 * @csspart open - The button that goes there, opens the window or shows it.
 * @csspart retry - The button that asks the backend.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinRedirect extends OutsideView<Redirect> {
  static override styles = [tokens, controls, viewStyles, redirectStyles];

  /** The window that the customer's press on "pay" has opened. */
  @property({ attribute: false }) window: PaymentWindow | null = null;
  /** The customer has paid in this very page: it may be left without another press, once. */
  @property({ attribute: false }) isGoingOn = false;

  @state() private stage: Stage = 'here';
  private key: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly leaving = new Leaving(() => this.handleStay());

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(this.handleLook, LOOK);
    addEventListener('focus', this.handleLook);
    addEventListener('pageshow', this.handlePageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    removeEventListener('focus', this.handleLook);
    removeEventListener('pageshow', this.handlePageShow);
  }

  protected override isFor(action: NextAction): action is Redirect {
    return isAction(action, 'redirect');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { action, state } = this;
    // Refused, declined, or something else is asked for: nothing will ever be shown in it.
    if (!action && goesOn.includes(changed.get('state')?.phase) && !goesOn.includes(state?.phase)) this.closeWindow();
    // One attempt is sent off once, even where each read of it makes another address.
    const attempt = state?.attempt?.id;
    const key = action && (attempt ?? action.url);
    if (key === this.key && !changed.has('window')) return;
    const isNews = key !== this.key;
    this.key = key;
    if (action && key) this.begin(action, key, isNews);
    else if (isNews) {
      this.stage = 'here';
      this.closeWindow();
    }
  }

  protected override updated(): void {
    const { key, texts: words, window, busy, destination } = this;
    if (!key || !words || !destination || busy) return;
    if (this.stage === 'open' && window && window.sentFor !== key) this.send(window, key, destination);
    if (this.stage === 'going' && !left.has(key)) void this.leaveByItself(key);
  }

  private begin(action: Redirect, key: string, isNews: boolean): void {
    this.leaving.end();
    const isOpenable = destinationOf(action) !== null;
    if (!isOpenable && isNews) this.announce({ code: 'address_unsupported' });
    if (isOpenable && this.isPopup && !this.window && !this.isGoingOn) this.keepLost();
    const { window } = this;
    if (isOpenable && this.isPopup) {
      if (window?.window) this.stage = window.isClosed ? 'closed' : 'open';
      else this.stage = this.isBlocked && !left.has(key) ? 'blocked' : 'here';
      if (this.stage === 'blocked') this.sayWhere();
      return;
    }
    // Opened for nothing: it goes on here.
    window?.close();
    this.stage = isOpenable && this.isGoingOn && !left.has(key) ? 'going' : 'here';
  }

  /** Alone on a page nobody else would. In the checkout the till does, which knows whether the payment has ended. */
  private closeWindow(): void {
    if (this.checkout) this.window?.close();
    this.window = null;
  }

  /** This page was loaded anew: whoever holds the view closes the window with the payment. */
  private keepLost(): void {
    this.window = PaymentWindow.lost();
    if (this.window) this.dispatchEvent(new CustomEvent('florin-window', { detail: this.window }));
  }

  private get destination(): Destination | null {
    return this.action && destinationOf(this.action);
  }

  private get isPopup(): boolean {
    const presentation = this.action?.presentation ?? (this.window ? 'popup' : 'page');
    return presentation === 'popup';
  }

  /** The press on "pay" chose such a method, in this very page, and no window has come of it. */
  private get isBlocked(): boolean {
    return this.isGoingOn && this.state?.attempt?.method.type === 'redirect';
  }

  private async leaveByItself(key: string): Promise<void> {
    left.add(key);
    this.sayWhere();
    // Where it goes can be read before it goes.
    await afterPaint();
    if (this.key !== key || this.stage !== 'going') return;
    const { destination } = this;
    if (destination && this.isConnected && !this.busy) this.leave(destination);
    else this.stage = 'here';
  }

  private leave(destination: Destination): void {
    this.leaving.to(destination, this.renderRoot as ShadowRoot);
  }

  private send(window: PaymentWindow, key: string, destination: Destination): void {
    window.sentFor = key;
    window.go(destination, this.renderRoot as ShadowRoot);
    this.sayWhere();
  }

  private sayWhere(): void {
    const { texts, destination } = this;
    if (texts && destination) this.say(stageText(this.stage, texts, destination));
  }

  private handlePress(): void {
    const { key, destination, stage } = this;
    if (this.busy || !key || !destination || stage === 'going') return;
    if (stage === 'open') this.window?.show();
    else if (this.isPopup && stage !== 'blocked') this.open(key, destination);
    else {
      left.add(key);
      this.stage = 'going';
      this.leave(destination);
    }
  }

  private open(key: string, destination: Destination): void {
    const opened = PaymentWindow.open();
    this.stage = opened ? 'open' : 'blocked';
    if (!opened) return this.sayWhere();
    this.window = opened;
    this.send(opened, key, destination);
    this.dispatchEvent(new CustomEvent('florin-window', { detail: opened }));
  }

  protected override handleCancel(): void {
    if (!this.busy && this.window) this.window.isSought = true;
    super.handleCancel();
  }

  /** A closed window proves nothing: the customer may have confirmed in it. Only the backend knows. */
  private readonly handleLook = (): void => {
    if (this.stage !== 'open' || !this.window?.isClosed) return;
    this.stage = 'closed';
    this.sayWhere();
    this.refreshIt();
  };

  /** This page was not left, or is back. */
  private handleStay(): void {
    if (this.stage === 'going') this.stage = 'here';
  }

  /** Back, and the page is as it was when it was left. */
  private readonly handlePageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.handleStay();
    // In the checkout that is its own to do.
    if (this.checkout) this.refreshIt();
  };

  protected override renderAction(action: Redirect, messages: Messages): unknown {
    const destination = destinationOf(action);
    const text = destination && stageText(this.stage, messages, destination);
    return html`<div part="body" class="view">
      <h2 part="heading" tabindex="-1">${messages['waiting.title']}</h2>
      <p part="text" class="where">
        ${this.stage === 'going' || this.stage === 'open' ? html`<span part="spinner" class="spinner" aria-hidden="true"></span>` : nothing}
        <span>${text ?? messages['redirect.bad_address']}</span>
      </p>
      ${this.renderNotStopped(messages)}
      <div part="actions" class="actions">
        ${destination ? this.renderOpen(messages, destination) : nothing}
        ${this.stage === 'here' || this.stage === 'closed' ? this.renderCheck(messages) : nothing}
        ${this.renderCancel(messages)}
      </div>
    </div>`;
  }

  /** The same button throughout, so that whoever has pressed it keeps the focus. */
  private renderOpen(messages: Messages, destination: Destination): unknown {
    const isLocked = this.stage === 'going' ? 'true' : this.isLocked;
    return html`<button part="button primary open" class="primary" type="button" aria-disabled=${isLocked} @click=${this.handlePress}>
      ${pressText(this.stage, this.isPopup, messages, destination)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-redirect': FlorinRedirect;
  }
}
