import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import { directionOf, format, type Messages } from '@florin/locale';
import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { askTemplate } from '../ask/ask-template.js';
import { copyStyles } from '../copy/copy.styles.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { waitingStyles } from '../waiting-view/waiting-view.styles.js';
import { WaitingView } from '../waiting-view/waiting-view.js';
import { copiedOf, renderLines, renderShown } from './instruction-lines.js';
import { instructionsStyles, linesStyles } from './instructions.styles.js';
import { Paper } from './paper.js';

/** ms before the end from when on the time left is told. Before that a date says more, and hurries nobody. */
const NEAR = 3_600_000;

/**
 * @summary Says what to pay, where, and with which reference: a bank transfer, a voucher, cash at a counter.
 * @event florin-refresh - The time is up: the backend should be asked, and `action` set to what it answers.
 * @event florin-cancel - The customer wants to pay another way.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart lines - What is to be paid: a list of labels and values.
 * @csspart line - One of them.
 * @csspart label - What it is.
 * @csspart value - The value.
 * @csspart copy - The button that copies it.
 * @csspart text - Until when, and what comes then.
 * @csspart countdown - The time left, in the last hour.
 * @csspart document - The link to the provider's own page or file.
 * @csspart print - The button that prints the instructions alone.
 * @csspart cancel - The button that leads to another way to pay.
 * @csspart body - All of it.
 * @csspart waiting - That the page waits.
 * @csspart ask - The question before something is stopped.
 * @csspart actions - The row of buttons.
 * @csspart button - Any button; the one that goes on is also `primary`.
 * @csspart spinner - What turns while the page waits.
 */
export class FlorinInstructions extends WaitingView<ActionOf<'instructions'>> {
  static override styles = [tokens, controls, viewStyles, waitingStyles, copyStyles, linesStyles, instructionsStyles];

  protected override readonly overKey = 'instructions.over';

  @state() private asksToStop = false;

  private readonly paper = new Paper();
  private readonly askHandlers = { stay: () => this.handleStay(), stop: () => this.handleGiveUp() };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.action) this.asksToStop = false;
  }

  protected override isFor(action: NextAction): action is ActionOf<'instructions'> {
    return isAction(action, 'instructions');
  }

  protected override get showsTimeLeft(): boolean {
    return (this.expiry.left ?? Infinity) <= NEAR;
  }

  protected override forget(): void {
    super.forget();
    this.asksToStop = false;
  }

  /** Asked about once: a transfer may have been sent days ago, and nobody here would know. */
  private handleStop(): void {
    if (this.isLocked) return;
    this.asksToStop = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.ask button')?.focus());
  }

  private handleStay(): void {
    this.asksToStop = false;
    void this.updateComplete.then(() => this.focus());
  }

  private handleGiveUp(): void {
    if (this.isLocked) return;
    // The button is about to go.
    this.focus();
    this.asksToStop = false;
    this.handleCancel();
  }

  private handleKeydown({ key }: KeyboardEvent): void {
    if (key === 'Escape' && this.asksToStop) this.handleStay();
  }

  private handlePrint(): void {
    const { action, texts, language } = this;
    if (!action || !texts) return;
    const content = html`<h1>${texts['instructions.title']}</h1>
      ${renderLines(action.lines, (line) => html`<bdi>${renderShown(line)}</bdi>`)} ${this.renderUntil(action, texts)}`;
    this.paper.print(content, language, directionOf(language));
  }

  protected override renderAction(action: ActionOf<'instructions'>, messages: Messages) {
    const { isUp } = this.expiry;
    return html`<div part="body" class="view" @keydown=${this.handleKeydown}>
      <h2 part="heading" tabindex="-1">${messages['instructions.title']}</h2>
      ${isUp ? this.renderTime(messages) : nothing}
      ${renderLines(action.lines, (line) =>
        line.copyable && !isUp
          ? this.copies.render({ text: copiedOf(line), shown: renderShown(line), label: line.label }, messages)
          : html`<bdi part="value">${renderShown(line)}</bdi>`,
      )}
      ${isUp ? nothing : html`${this.renderUntil(action, messages)} ${this.renderTime(messages)} ${this.renderDocument(action, messages)}`}
      ${this.expiry.isOver ? nothing : html`<p part="text" class="later">${messages['instructions.later']}</p>`}
      ${this.stopping.render(messages)}
      <div part="actions" class="actions">
        ${isUp ? nothing : html`<button part="button print" type="button" @click=${this.handlePrint}>${messages['instructions.print']}</button>`}
        ${this.renderCancel(messages['action.other_method'], this.handleStop)}
      </div>
      ${this.asksToStop ? this.renderAsk(messages) : nothing}
    </div>`;
  }

  private renderAsk(messages: Messages) {
    const title = messages['instructions.stop.title'];
    const text = messages['instructions.stop.text'];
    const stay = messages['instructions.stop.stay'];
    return askTemplate({ title, text, stay, stop: messages['action.other_method'] }, this.askHandlers);
  }

  private renderUntil({ expires_at }: ActionOf<'instructions'>, messages: Messages) {
    const time = new Date(expires_at ?? Number.NaN);
    if (Number.isNaN(time.getTime())) return nothing;
    const date = new Intl.DateTimeFormat(this.language, { dateStyle: 'full', timeStyle: 'short' }).format(time);
    return html`<p part="text">${format(messages['instructions.until'], { date })}</p>`;
  }

  private renderDocument({ document_url }: ActionOf<'instructions'>, messages: Messages) {
    // Never an address that runs a script.
    if (!document_url || !/^https?:\/\//i.test(document_url)) return nothing;
    return html`<a part="document" class="plain" href=${document_url} target="_blank" rel="noopener">
      ${messages['instructions.document']}
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-instructions': FlorinInstructions;
  }
}
