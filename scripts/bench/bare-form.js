// The yardstick: the least that a card form in Lit can be. Three labelled inputs and a button, and nothing that makes them good.
import { css, html, LitElement } from 'lit';

class BareForm extends LitElement {
  static styles = css`
    form {
      display: grid;
      gap: 12px;
    }
    input {
      padding: 8px;
    }
  `;

  render() {
    return html`<form>
      <label>Card number <input name="number" autocomplete="cc-number" inputmode="numeric" /></label>
      <label>Expiry date <input name="expiry" autocomplete="cc-exp" inputmode="numeric" /></label>
      <label>Security code <input name="code" autocomplete="cc-csc" inputmode="numeric" /></label>
      <button>Pay</button>
    </form>`;
  }
}

customElements.define('bare-form', BareForm);
