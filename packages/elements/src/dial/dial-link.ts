import { html } from 'lit';

/** Where a phone dials a USSD code; `null` for what is none. A `#` would begin the fragment of the address (RFC 3966, 3). */
export function dialLink(code: string): string | null {
  const dialled = code.replace(/\s/g, '');
  return /^[\d*#+]+$/.test(dialled) ? `tel:${dialled.replaceAll('#', '%23')}` : null;
}

/** A text with the code in the place of its `{dial_code}`: pressed, it is dialled. It reads from left to right in every language. */
export function withDialCode(text: string, code: string): unknown {
  const [before, after] = text.split('{dial_code}');
  const link = dialLink(code);
  const shown = link
    ? html`<a part="dial" dir="ltr" href=${link}>${code}</a>`
    : html`<bdi part="dial" dir="ltr">${code}</bdi>`;
  return html`${before}${shown}${after}`;
}
