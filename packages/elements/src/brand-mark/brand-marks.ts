import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { tokens } from '../theme/tokens.styles.js';

/** More of them say no more. */
const MOST = 4;

const styles = css`
  /* What has no room is in a second line, out of sight: whoever looks sees some of them, whole. */
  :host {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    gap: 0.25em;
    justify-content: end;
    min-inline-size: 0;
    block-size: 1.375em;
    overflow: clip;
  }

  span {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-xs);
    line-height: 1.6875;
  }
`;

/**
 * @summary The marks of the brands that are taken, as many as there is room for. It says nothing: give their names to
 * whoever does not see them.
 */
export class FlorinBrandMarks extends LitElement {
  static override styles = [tokens, styles];

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
