import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIconStyles } from './method-icon.styles.js';
import { methodIcons } from './method-icons.js';

/**
 * @summary A line drawing of a kind of way to pay, in the colour of the words around it. It says nothing: the name of the
 * method stands beside it.
 */
export class FlorinMethodIcon extends LitElement {
  static override styles = methodIconStyles;

  /** The kind, as the contract names it: `card`, `qr`, `mobile_money` … */
  @property({ reflect: true }) method = '';

  protected override render() {
    const icon = Object.hasOwn(methodIcons, this.method) ? methodIcons[this.method] : undefined;
    return icon ? html`<svg viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-method-icon': FlorinMethodIcon;
  }
}
