import type { ActionOf } from '@florin/contract';
import { html, type TemplateResult } from 'lit';
import { codeIn, isNumeric, plainCode } from './otp-code.js';

type OtpAction = ActionOf<'otp'>;

/** The longest code that is drawn as boxes: more of them are too narrow on a phone. */
const MOST_BOXES = 8;

interface Host {
  readonly action: OtpAction | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface FieldContext {
  isBusy: boolean;
  isFaulty: boolean;
  isPlain: boolean;
}

/** The one field for a code: keeps it free of spaces and hyphens, and knows what was typed from what came in one go. */
export class CodeField {
  /** How much stood in it. */
  private before = 0;

  constructor(
    private readonly host: Host,
    /** It has changed. `isWhole`: a code of the known length came in one go: pasted, or filled in. */
    private readonly onChange: (isWhole: boolean) => void,
  ) {}

  get input(): HTMLInputElement | null {
    return this.host.renderRoot?.querySelector('input') ?? null;
  }

  get code(): string {
    return this.plain(this.input?.value ?? '');
  }

  get isFull(): boolean {
    return this.code.length === this.host.action?.length;
  }

  write(code: string): void {
    const { input } = this;
    this.before = code.length;
    if (!input || input.value === code) return;
    const caret = this.plain(input.value.slice(0, input.selectionStart ?? undefined)).length;
    input.value = code;
    // Elsewhere some browsers take the focus along.
    if (input.matches(':focus')) input.setSelectionRange(caret, caret);
  }

  /** Tells the stylesheet how many boxes there are. Through the object model: a style attribute would need `unsafe-inline`. */
  measure(): void {
    const frame = this.input?.parentElement;
    frame?.style.setProperty('--_length', String(this.host.action?.length ?? 0));
  }

  render(action: OtpAction, { isBusy, isFaulty, isPlain }: FieldContext): TemplateResult {
    const { length = 0 } = action;
    const isBoxed = !isPlain && length > 0 && length <= MOST_BOXES && this.code.length <= length;
    const boxes = Array.from({ length: isBoxed ? length : 0 }, () => html`<span part="box"></span>`);
    return html`<div part="control" class=${isBoxed ? 'code boxed' : 'code'} dir="ltr">
      <div class="boxes" aria-hidden="true">${boxes}</div>
      <input
        part="input"
        id="code"
        name="otp"
        type="text"
        dir="ltr"
        inputmode=${isNumeric(action) ? 'numeric' : 'text'}
        autocomplete="one-time-code"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        maxlength="256"
        required
        aria-describedby="error hint"
        aria-invalid=${isFaulty ? 'true' : 'false'}
        ?readonly=${isBusy}
        @beforeinput=${this.handleBeforeInput}
        @input=${this.handleInput}
        @compositionend=${this.handleComposed}
      />
    </div>`;
  }

  /** One character too many is not taken. What comes in one go is never cut: it may be another code. */
  private handleBeforeInput = (event: InputEvent): void => {
    const { code, input } = this;
    const { length } = this.host.action ?? {};
    if (!length || !input || event.inputType !== 'insertText' || event.data?.length !== 1) return;
    if (input.selectionStart === input.selectionEnd && code.length >= length) event.preventDefault();
  };

  private handleInput = (event: InputEvent): void => {
    const { code, input } = this;
    const { action } = this.host;
    if (!action || !input) return;
    const added = code.length - this.before;
    this.before = code.length;
    const { inputType = '', data, isComposing } = event;
    // A keyboard's suggestion comes as typed text, but more than one character at a time.
    const cameInOneGo =
      !inputType ||
      /Paste|Drop|Replacement/.test(inputType) ||
      (inputType === 'insertText' && (data?.length ?? 0) > 1) ||
      (added > 1 && !inputType.startsWith('history'));
    const found = cameInOneGo ? codeIn(input.value, action) : null;
    // What is being composed is the keyboard's until it is done.
    if (found !== null || !isComposing) this.write(found ?? code);
    this.onChange(found !== null && this.isFull);
  };

  private handleComposed = (): void => {
    this.write(this.code);
    this.onChange(false);
  };

  private plain(text: string): string {
    return plainCode(text, this.host.action ?? {});
  }
}
