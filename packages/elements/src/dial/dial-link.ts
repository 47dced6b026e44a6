import { html } from 'lit';

/** What a phone can dial: anything else is a text to read, never an address. */
const DIALLED = /^[\d*#+]+$/;

/** A USSD code that can be dialled by pressing it; read from left to right in every language. */
export function renderDialCode(code: string): unknown {
  // A `#` would begin the fragment of the address (RFC 3966, 3).
  return DIALLED.test(code)
    ? html`<a part="dial" dir="ltr" href="tel:${code.replaceAll('#', '%23')}">${code}</a>`
    : html`<bdi part="dial" dir="ltr">${code}</bdi>`;
}

/** A text with the code in the place of its `{dial_code}`. */
export function withDialCode(text: string, code: string): unknown {
  const [before, after] = text.split('{dial_code}');
  return html`${before}${renderDialCode(code)}${after}`;
}
