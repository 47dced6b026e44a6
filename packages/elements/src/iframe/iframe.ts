import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import { format, type Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { askTemplate } from '../ask/ask-template.js';
import { OutsideView } from '../outside-view/outside-view.js';
import { hostIn, webAddress } from '../outside-view/web-address.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { Hints } from './hints.js';
import { iframeStyles } from './iframe.styles.js';

type Framed = ActionOf<'iframe'>;

/** CSS pixels. What a page asks for is given within bounds: it scrolls inside, and cannot push the rest out of reach. */
const HEIGHT = { usual: 480, least: 200, most: 1000 };

/**
 * @summary Shows a page of the bank's or the provider's in a frame, and waits.
 * @event florin-refresh - The page in the frame has said something: the backend should be asked.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-error - The address is no page of the web: `{ code: 'address_unsupported' }`.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart frame - The frame.
 * @csspart text - What is said when the page cannot be opened, or the payment not be stopped.
 * @csspart retry - The button that asks the backend, where the page cannot be opened.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart bar - The line above the frame.
 * @csspart waiting - That the page waits.
 * @csspart ask - The question before something is stopped.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinIframe extends OutsideView<Framed> {
  static override styles = [tokens, controls, viewStyles, iframeStyles];

  @state() private isLoading = true;
  @state() private asksToStop = false;

  @query('iframe') private frame!: HTMLIFrameElement | null;
  @query('.frame') private box!: HTMLElement | null;

  /** What the frame shows. */
  private opened: Framed | null = null;
  /** The page in it has said something since. */
  private hasSpoken = false;
  private told: string | null = null;
  private readonly askHandlers = { stay: () => this.handleStay(), stop: () => this.handleAbandon() };
  private readonly hints = new Hints(() => this.refreshIt());

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.handleMessage);
    // A frame that was taken out has lost its page.
    this.isLoading = true;
    this.opened = null;
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.handleMessage);
    this.hints.stop();
  }

  protected override isFor(action: NextAction): action is Framed {
    return isAction(action, 'iframe');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { action, opened } = this;
    if (action && opened ? this.isShown(action, opened) : action === opened) return;
    this.opened = action;
    this.isLoading = true;
    this.forgetPage();
    if (action && !webAddress(action.url)) this.announce({ code: 'address_unsupported' });
  }

  protected override forget(): void {
    super.forget();
    this.opened = null;
    this.forgetPage();
  }

  private forgetPage(): void {
    this.asksToStop = this.hasSpoken = false;
    this.hints.stop();
  }

  /**
   * Each read may sign the address of the same page anew: the frame keeps what the customer is typing there. Another page
   * comes from elsewhere, or once the one before has spoken.
   */
  private isShown(action: Framed, opened: Framed): boolean {
    if (action.url === opened.url) return true;
    const [next, now] = [webAddress(action.url), webAddress(opened.url)];
    if (!this.state?.attempt || !next || next.origin !== now?.origin || action.origin !== opened.origin) return false;
    return !this.hasSpoken || next.pathname === now.pathname;
  }

  protected override updated(): void {
    const { opened: action, texts } = this;
    if (!action || !texts) {
      this.told = null;
      return;
    }
    const { usual, least, most } = HEIGHT;
    const height = Math.min(Math.max(action.height ?? usual, least), most);
    // Set through the object model: a style attribute would need `unsafe-inline`.
    this.box?.style.setProperty('--_height', `${height}px`);
    const address = webAddress(action.url);
    if (!address || this.told === action.url) return;
    this.told = action.url;
    this.say(format(texts['iframe.opened'], { host: hostIn(address) }));
  }

  /** Whatever it says is a reason to ask the backend, and nothing more. */
  private readonly handleMessage = ({ source, origin }: MessageEvent): void => {
    const { action, frame } = this;
    const isOurs = frame !== null && source !== null && source === frame.contentWindow;
    if (!isOurs || origin !== action?.origin || !webAddress(origin)) return;
    this.hasSpoken = true;
    this.hints.take();
  };

  private handleLoad(): void {
    this.isLoading = false;
  }

  /** Asked about once: the bank may be in the middle of it. */
  private handleStop(): void {
    if (this.busy) return;
    this.asksToStop = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus());
  }

  private handleStay(): void {
    this.asksToStop = false;
    void this.updateComplete.then(() => this.focus());
  }

  private handleAbandon(): void {
    // The button is about to go.
    this.focus();
    this.asksToStop = false;
    this.handleCancel();
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.asksToStop) this.handleStay();
  }

  protected override renderAction(action: Framed, messages: Messages): unknown {
    const address = webAddress((this.opened ?? action).url);
    return html`<div part="body" class="view" @keydown=${this.handleKeydown}>
      <div part="bar" class="bar">
        <h2 part="heading" tabindex="-1">${messages['waiting.title']}</h2>
        ${address ? this.renderCancel(messages, this.handleStop) : nothing}
      </div>
      ${this.asksToStop ? this.renderAsk(messages) : nothing}
      ${address ? nothing : html`<p part="text">${messages['redirect.bad_address']}</p>`}
      ${this.renderNotStopped(messages)}
      ${
        address
          ? this.renderFrame(address, messages)
          : html`<div part="actions" class="actions">${this.renderCheck(messages)} ${this.renderCancel(messages)}</div>`
      }
    </div>`;
  }

  private renderFrame(address: URL, messages: Messages): unknown {
    const title = format(messages['iframe.frame'], { host: hostIn(address) });
    // A frame of its own for each address: another one in the same frame would be an entry in the page's history.
    return html`<div class="frame">
      ${repeat(
        [address.href],
        (href) => href,
        (href) => html`<iframe
          part="frame"
          src=${href}
          title=${title}
          allow="payment *; publickey-credentials-get *"
          referrerpolicy="origin"
          @load=${this.handleLoad}
        ></iframe>`,
      )}
      ${
        this.isLoading || this.busy
          ? html`<p part="waiting" class="preparing"><span part="spinner" class="spinner" aria-hidden="true"></span> ${messages[this.busy ? 'confirming.title' : 'loading.title']}</p>`
          : nothing
      }
    </div>`;
  }

  private renderAsk(messages: Messages): unknown {
    const title = messages['three_ds.cancel.title'];
    const text = messages['three_ds.cancel.text'];
    const stay = messages['three_ds.cancel.stay'];
    return askTemplate({ title, text, stay, stop: messages['three_ds.cancel.stop'] }, this.askHandlers);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-iframe': FlorinIframe;
  }
}
