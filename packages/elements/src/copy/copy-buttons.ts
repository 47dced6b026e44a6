import type { Messages } from '@florin/locale';
import { html, nothing, type ReactiveControllerHost } from 'lit';

interface Copyable {
  /** What is copied. */
  text: string;
  /** What is shown of it; the text itself when it is left out. */
  shown?: unknown;
  /** What it is called, for those who hear the buttons one by one. */
  label?: string;
  /** The button's words; "Copy" when they are left out. */
  words?: string;
  /** A code is read from left to right in every language. */
  isCode?: boolean;
}

/** Values with a button that copies each. The one that was copied last says so until another one is. */
export class CopyButtons {
  private last: { text: string; isCopied: boolean } | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly say: (text: string) => void,
  ) {}

  render(copyable: Copyable, messages: Messages) {
    const { text, shown = text, label, words = messages['copy.action'], isCode } = copyable;
    const last = this.last?.text === text ? this.last : null;
    return html`<span class="copyable">
      <bdi part="value" class="value" dir=${isCode ? 'ltr' : 'auto'}>${shown}</bdi>
      <button part="button copy" type="button" @click=${(event: Event) => this.copy(event, copyable, messages)}>
        ${last?.isCopied ? messages['copy.done'] : words}${label ? html`<span class="unseen"> ${label}</span>` : nothing}
      </button>
      ${last && !last.isCopied ? html`<span class="advice">${messages['copy.failed']}</span>` : nothing}
    </span>`;
  }

  private async copy(event: Event, { text, label = '' }: Copyable, messages: Messages): Promise<void> {
    const value = (event.currentTarget as Element).previousElementSibling;
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed here: it is selected, so that the customer copies it with their own keys.
      isCopied = false;
      if (value) getSelection()?.selectAllChildren(value);
    }
    this.last = { text, isCopied };
    this.host.requestUpdate();
    this.say(`${messages[isCopied ? 'copy.done' : 'copy.failed']} ${label}`.trim());
  }
}
