import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';
import { brandMarksStyles } from './brand-marks.styles.js';

/** More of them say no more. */
const MOST = 4;

/**
 * @summary The marks of the brands that are taken, as many as there is room for. It says nothing: give their names to
 * whoever does not see them.
 */
export class FlorinBrandMarks extends LitElement {
  static override styles = [tokens, brandMarksStyles];

  /** Ids of the schemes. */
  @property({ attribute: false }) brands: readonly string[] = [];

  protected override render() {
    const rest = this.brands.length - MOST;
    return html`${this.brands
      .slice(0, MOST)
      .map(
        (brand) => html`<florin-brand-mark brand=${brand} aria-hidden="true"></florin-brand-mark>`,
      )}${rest > 0 ? html`<span dir="ltr">+${rest}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-brand-marks': FlorinBrandMarks;
  }
}
