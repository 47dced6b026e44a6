import { drawMark, MARK_HEIGHT } from '@florin/core/brand-mark';
import { brandName } from '@florin/core/card';
import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { brandMarkStyles } from './brand-mark.styles.js';

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
    const { width, size, lines } = drawMark(this.brand);
    return html`<svg viewBox="0 0 ${width} ${MARK_HEIGHT}" aria-hidden="true">
      <rect part="mark" x="0.5" y="0.5" width=${width - 1} height=${MARK_HEIGHT - 1} rx="3" />
      ${lines.map(
        ({ text, y, length }) =>
          // Whatever the font, the name is as long as its place.
          svg`<text part="name" x=${width / 2} y=${y} font-size=${size} textLength=${length} lengthAdjust="spacingAndGlyphs">${text}</text>`,
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-brand-mark': FlorinBrandMark;
  }
}
