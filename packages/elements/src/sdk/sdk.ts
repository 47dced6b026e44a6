import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { MessageKey, Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { warnOnce } from '../checkout/warn-once.js';
import { hasFocus } from '../focus/has-focus.js';
import { OutsideView } from '../outside-view/outside-view.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { answeredIn, noteAnswered } from './answered.js';
import { PluginContainer } from './plugin-container.js';
import { PluginRun } from './plugin-run.js';
import type { SdkPlugin } from './sdk-plugin.js';

type Sdk = ActionOf<'sdk'>;

/**
 * `answered`: its data has been given on. Nothing is run again by itself from there. `left`: by the page before a reload,
 * and what came of it is not known.
 */
type Stage = 'missing' | 'running' | 'answered' | 'left' | 'failed';

const texts: Readonly<Record<Stage, MessageKey>> = {
  missing: 'sdk.missing',
  running: 'waiting.text',
  answered: 'confirming.title',
  left: 'confirming.title',
  failed: 'sdk.failed',
};

/**
 * @summary Runs what the page has brought for a provider's own SDK, and answers with what comes of it.
 * @event florin-answer - What the plug-in came to: `{ data }`. It says nothing about money: the backend does.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-error - There is no plug-in of that name (`sdk_missing`), or it came to nothing (`sdk_failed`); `provider` is the name.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @slot container - What the plug-in draws into. It is made and removed here.
 * @csspart heading - The title.
 * @csspart text - What there is to do, or that it cannot be done.
 * @csspart retry - The button that runs the plug-in again.
 * @csspart cancel - The button that stops.
 * @csspart body - All of it.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 */
export class FlorinSdk extends OutsideView<Sdk> {
  static override styles = [tokens, controls, viewStyles];

  /** By the name that the action gives. One that comes late is run when it comes. */
  @property({ attribute: false }) plugins: Readonly<Record<string, SdkPlugin>> = {};

  @state() private stage: Stage = 'running';
  private key: string | null = null;
  private run: PluginRun | null = null;
  private container: PluginContainer | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Out and in within one task is a move, and disturbs nothing.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.letGo();
      this.key = null;
    });
  }

  protected override isFor(action: NextAction): action is Sdk {
    return isAction(action, 'sdk');
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // The button that runs it again goes with its press.
    if (focused && !focused.isConnected) this.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { action, texts: words } = this;
    if (!this.isConnected) return;
    const key = action && words && this.keyOf(action);
    if (key !== this.key) {
      this.letGo();
      this.key = key;
      if (action && key !== null) this.begin(action, key);
    } else if (action && key !== null && this.stage === 'missing' && this.pluginOf(action)) this.start(action);
    // Answered, and the same thing is asked for again: the answer was not taken.
    if (changed.get('busy') === true && !this.busy && this.stage === 'answered') this.fail();
  }

  /** The same for as long as an attempt asks for it, however often it is read: each time its params may be made anew. */
  private keyOf({ name, params }: Sdk): string {
    const attempt = this.state?.attempt?.id;
    return JSON.stringify(attempt === undefined ? [name, params] : [attempt, name]);
  }

  private pluginOf({ name }: Sdk): SdkPlugin | undefined {
    // The name is the backend's: what every object has is no plug-in.
    const { plugins } = this;
    const plugin = plugins && Object.hasOwn(plugins, name) ? plugins[name] : undefined;
    return typeof plugin === 'function' ? plugin : undefined;
  }

  private begin(action: Sdk, key: string): void {
    const answered = answeredIn(key);
    if (answered === 'here') return this.fail();
    if (!answered) return this.start(action);
    this.stage = 'left';
    this.sayOf('confirming.title');
  }

  private start(action: Sdk): void {
    const plugin = this.pluginOf(action);
    if (!plugin) {
      this.stage = 'missing';
      warnOnce(`there is no plug-in named "${action.name}" in \`plugins\`.`, this.localName);
      this.announce({ code: 'sdk_missing', provider: action.name });
      this.sayOf('sdk.missing');
      return;
    }
    this.letGo();
    this.container = new PluginContainer(this);
    this.stage = 'running';
    // A copy: what the plug-in does with it does not make another action of it.
    const params = structuredClone(action.params);
    const context = { params, container: this.container.element, locale: this.language };
    this.run = new PluginRun(plugin, context, (data) => this.handleEnd(data));
  }

  /** Nothing that the plug-in still does is heard. */
  private letGo(): void {
    this.run?.letGo();
    this.run = null;
    const { container } = this;
    this.container = null;
    if (!container) return;
    const hadFocus = hasFocus(container.element);
    container.remove();
    if (hadFocus) this.focus();
  }

  private fail(): void {
    this.letGo();
    this.stage = 'failed';
    this.sayOf('sdk.failed');
  }

  private sayOf(key: MessageKey): void {
    if (this.texts) this.say(this.texts[key]);
  }

  private handleEnd(data: Record<string, unknown> | null): void {
    if (data) {
      this.letGo();
      this.stage = 'answered';
      if (this.key !== null && this.state?.attempt) noteAnswered(this.key);
      this.answer({ data });
      return;
    }
    this.fail();
    this.announce({ code: 'sdk_failed', ...(this.action && { provider: this.action.name }) });
  }

  private handleRetry(): void {
    if (!this.busy && this.action) this.start(this.action);
  }

  protected override handleCancel(): void {
    if (this.busy) return;
    if (this.run) {
      this.letGo();
      this.stage = 'failed';
    }
    super.handleCancel();
  }

  protected override renderAction(_action: Sdk, messages: Messages): unknown {
    const { stage } = this;
    return html`<div part="body" class="view">
      <h2 part="heading" tabindex="-1">${messages['waiting.title']}</h2>
      <p part="text">${messages[this.busy ? 'confirming.title' : texts[stage]]}</p>
      <slot name="container"></slot>
      ${this.renderNotStopped(messages)}
      <div part="actions" class="actions">
        ${
          (stage === 'failed' || stage === 'left') && !this.busy
            ? html`<button part="button primary retry" class="primary" type="button" @click=${this.handleRetry}>${messages['action.retry']}</button>`
            : nothing
        }
        ${this.renderCancel(messages)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-sdk': FlorinSdk;
  }
}
