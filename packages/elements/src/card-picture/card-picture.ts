import { brandById, digitsOf, formatNumber } from '@florin/core/card';
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { cardPictureStyles } from './card-picture.styles.js';

/** What is usual where the brand does not say it. */
const NUMBER = 16;
const CODE = 3;
/** Where the number begins, and how far its places are apart, in units of the drawing. */
const [START, STEP] = [26, 14.9];

/**
 * @summary A drawn card beside the fields of a card: how much of the number is there, and where the code stands. It shows
 * places, never a digit, and says nothing that the fields do not say.
 * @csspart front - The front of the card.
 * @csspart back - Its back, turned up while the security code is typed in; American Express prints it on the front.
 */
export class FlorinCardPicture extends LitElement {
  static override styles = [tokens, cardPictureStyles];

  /** Id of the scheme, as far as it is known. */
  @property({ attribute: false }) brand: string | undefined = undefined;

  private root: ShadowRoot | Document | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.root = this.getRootNode() as ShadowRoot | Document;
    this.root.addEventListener('focusin', this.handleFocus);
    this.root.addEventListener('focusout', this.handleFocus);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.root?.removeEventListener('focusin', this.handleFocus);
    this.root?.removeEventListener('focusout', this.handleFocus);
    this.root = null;
  }

  private readonly handleFocus = (): void => this.requestUpdate();

  private digitsIn(id: string): string {
    return digitsOf((this.root?.getElementById(id) as HTMLInputElement | null)?.value ?? '');
  }

  protected override render() {
    const { brand, root } = this;
    const { cvc } = brandById(brand ?? '') ?? {};
    const isAtCode = root?.activeElement?.id === 'cvc';
    const isOnFront = cvc?.side === 'front';
    const code = codeTemplate(this.digitsIn('cvc').length, cvc?.length ?? CODE, isAtCode);
    return html`<div class="card ${isAtCode && !isOnFront ? 'turned' : ''}">
      <div part="front" class="face">
        <svg viewBox="0 0 320 202">
          <rect class="paper" x="1" y="1" width="318" height="200" rx="14" />
          <path class="chip" d="M28 62h44v34H28zM28 73h14v12H28M72 73H58v12h14M42 62v34M58 62v34" />
          ${placesTemplate(this.digitsIn('number'), brand)}
          <path class="line" d="M24 170h96M236 170h26M272 170h26" />
          ${isOnFront ? svg`<g transform="translate(234 98)">${code}</g>` : nothing}
        </svg>
        ${brand ? html`<florin-brand-mark brand=${brand} aria-hidden="true"></florin-brand-mark>` : nothing}
      </div>
      <div part="back" class="face back">
        <svg viewBox="0 0 320 202">
          <rect class="paper" x="1" y="1" width="318" height="200" rx="14" />
          <path class="stripe" d="M1 28h318v36H1z" />
          <path class="strip" d="M24 90h190v36H24z" />
          <path class="line" d="M36 108h150" />
          <g transform="translate(228 108)">${code}</g>
        </svg>
      </div>
    </div>`;
  }
}

/** The places of the number as the card has them in print: those that are filled in, and those that are not. */
function placesTemplate(digits: string, brand: string | undefined): TemplateResult[] {
  const text = formatNumber(digits.padEnd(lengthOf(digits.length, brand), '0'));
  let typed = digits.length;
  return [...text].flatMap((letter, index) =>
    letter === ' ' ? [] : [placeTemplate(START + index * STEP * scaleOf(text), 136, typed-- > 0)],
  );
}

/** Nineteen places and their gaps stand closer together than sixteen. */
function scaleOf({ length }: string): number {
  return Math.min(1, 18 / (length - 1));
}

/** How many digits the whole number is likely to have. */
function lengthOf(count: number, brand: string | undefined): number {
  const { lengths, gaps } = brandById(brand ?? '') ?? { lengths: [NUMBER], gaps: [] };
  const usual = Math.max(count, (gaps.at(-1) ?? NUMBER - 4) + 4);
  return lengths.find((length) => length >= usual) ?? usual;
}

function codeTemplate(count: number, length: number, isWanted: boolean): TemplateResult {
  const places = Array.from({ length }, (_, index) => placeTemplate(17 + index * 12, 0, index < count));
  return svg`<rect class="code ${isWanted ? 'wanted' : ''}" x="2" y="-17" width=${length * 12 + 18} height="34" rx="17" />${places}`;
}

function placeTemplate(x: number, y: number, isTyped: boolean): TemplateResult {
  return svg`<circle class="place ${isTyped ? 'typed' : ''}" cx=${x} cy=${y} r="4.2" />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-card-picture': FlorinCardPicture;
  }
}
