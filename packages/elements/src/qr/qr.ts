import type { ActionOf } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { encode } from 'uqr';
import { Countdown, formatTimeLeft } from '../countdown/countdown.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';
import { qrStyles } from './qr.styles.js';

/** Modules of quiet around the code (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/**
 * @summary Shows a QR code to scan with a payment app, and waits.
 * @event florin-cancel - The customer wants to stop.
 * @event florin-say - Words for whoever listens to the page: `detail` is the text.
 * @csspart heading - The title.
 * @csspart code - The QR code.
 * @csspart cancel - The button that stops.
 */
export class FlorinQr extends LitElement {
  static override styles = [tokens, controls, viewStyles, qrStyles];

  @property({ attribute: false }) action: ActionOf<'qr'> | null = null;
  @property({ attribute: false }) messages: Messages | null = null;
  @property() locale = 'en';
  /** ms since the epoch on the backend's clock. */
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  @property({ type: Boolean, reflect: true }) busy = false;

  @state() private path = '';
  @state() private size = 0;
  @state() private copied: 'no' | 'yes' | 'failed' = 'no';

  @query('.copy-code') private copyCode!: HTMLElement | null;

  private readonly expiry = new Countdown(
    this,
    () => this.serverNow(),
    (key) => this.say(this.messages?.[key] ?? ''),
  );

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('action')) return;
    this.expiry.runTo(this.action?.expires_at);
    if (this.action?.copy_code !== changed.get('action')?.copy_code) this.copied = 'no';
    this.path = '';
    try {
      if (this.action?.content) this.draw(this.action.content);
    } catch {
      // Longer than any code can be: the picture, the link and the copy button are still there.
    }
  }

  private draw(content: string): void {
    const { data, size } = encode(content, { ecc: 'M', border: QUIET_ZONE });
    // One path of horizontal runs: a code of any size is one element.
    this.path = data
      .map((row, y) =>
        runsOf(row)
          .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
          .join(''),
      )
      .join('');
    this.size = size;
  }

  private say(text: string): void {
    this.dispatchEvent(new CustomEvent('florin-say', { detail: text }));
  }

  private async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.action?.copy_code ?? '');
      this.copied = 'yes';
    } catch {
      // Not allowed here: the code is selected, so that the customer copies it with their own keys.
      this.copied = 'failed';
      if (this.copyCode) getSelection()?.selectAllChildren(this.copyCode);
    }
    this.say(this.copyWords ?? '');
  }

  private get copyWords(): string | undefined {
    if (this.copied === 'yes') return this.messages?.['qr.copied'];
    return this.copied === 'failed' ? this.messages?.['qr.copy_failed'] : this.messages?.['qr.copy'];
  }

  private handleCancel(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent('florin-cancel'));
  }

  protected override render() {
    const { messages, action } = this;
    if (!messages || !action) return nothing;
    return html`<div class="view centred">
      <h2 part="heading" tabindex="-1">${messages['qr.title']}</h2>
      <p>${messages['qr.text']}</p>
      ${this.renderCode(action, messages)}
      ${this.expiry.left === null ? nothing : html`<p class="countdown">${formatTimeLeft(this.expiry.left, messages, this.locale)}</p>`}
      ${action.copy_code ? html`<bdi class="copy-code" dir="ltr">${action.copy_code}</bdi>` : nothing}
      <p class="waiting"><span class="spinner" aria-hidden="true"></span> ${messages['qr.waiting']}</p>
      <div class="actions">
        ${isAppLink(action.app_url) ? html`<a class="button" href=${action.app_url} rel="noopener">${messages['qr.open_app']}</a>` : nothing}
        ${action.copy_code ? html`<button type="button" @click=${this.handleCopy}>${this.copyWords}</button>` : nothing}
        <button part="cancel" type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.handleCancel}>
          ${messages['action.cancel']}
        </button>
      </div>
    </div>`;
  }

  private renderCode(action: ActionOf<'qr'>, messages: Messages) {
    if (this.path)
      return html`<svg part="code" class="code" role="img" aria-label=${messages['qr.image']} viewBox="0 0 ${this.size} ${this.size}" shape-rendering="crispEdges">
        ${svg`<path d=${this.path} />`}
      </svg>`;
    return action.image_url
      ? html`<img part="code" class="code" src=${action.image_url} alt=${messages['qr.image']} />`
      : nothing;
  }
}

/** Where the dark runs of a row begin, and how long they are. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

/** A link that opens an app or a page, and never one that runs a script. */
function isAppLink(url: string | undefined): url is string {
  return url !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(javascript|data|vbscript|blob|file):/i.test(url);
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-qr': FlorinQr;
  }
}
