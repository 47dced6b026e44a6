import { brandName } from '@florin/core/card';
import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { brandMarkStyles } from './brand-mark.styles.js';
import { breadthOf, linesOf } from './mark-lines.js';

/** In units of the drawing, which has the shape of a card. */
const WIDTH = 34;
const HEIGHT = 22;
const PADDING = 3;
/** The largest letters of one line and of two; the smallest that are still read. */
const LARGEST = [11, 8.5];
const SMALLEST = 6;

/**
 * @summary A small card with the name of its scheme: schemes' own logos are theirs to license. It says the name to
 * whoever does not see it; where the name stands beside it, give it `aria-hidden="true"`.
 * @csspart mark - The card.
 * @csspart name - The name on it.
 */
export class FlorinBrandMark extends LitElement {
  static override styles = [tokens, brandMarkStyles];

  /** Id of the scheme, as in a card option's `brands`. One that is not known shows its name. */
  @property({ reflect: true }) brand = '';

  private readonly internals = this.attachInternals();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('brand')) return;
    this.internals.role = 'img';
    this.internals.ariaLabel = brandName(this.brand);
  }

  protected override render() {
    if (!this.brand) return nothing;
    const lines = linesOf(this.brand);
    const longest = Math.max(...lines.map(breadthOf));
    // Many letters are smaller ones; a very long name makes the mark wider.
    const largest = LARGEST[lines.length - 1] ?? SMALLEST;
    const size = Math.max(SMALLEST, Math.min(largest, (WIDTH - 2 * PADDING) / longest));
    const width = Math.max(WIDTH, Math.ceil(longest * size + 2 * PADDING));
    return html`<svg viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
      <rect part="mark" x="0.5" y="0.5" width=${width - 1} height=${HEIGHT - 1} rx="3" />
      ${lines.map((line, index) => {
        const y = HEIGHT / 2 + (index - (lines.length - 1) / 2) * (size + 0.5) + size * 0.36;
        // Whatever the font, the name is as long as its place.
        return svg`<text part="name" x=${width / 2} y=${y} font-size=${size} textLength=${breadthOf(line) * size} lengthAdjust="spacingAndGlyphs">${line}</text>`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-brand-mark': FlorinBrandMark;
  }
}
