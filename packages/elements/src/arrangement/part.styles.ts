import { css } from 'lit';

/** A part is not there while it has nothing to show. */
export const partSheet = css`
  :host([hidden]) {
    display: none !important;
  }
`.styleSheet;

export function wear({ shadowRoot: root }: Element): void {
  if (root && partSheet && !root.adoptedStyleSheets.includes(partSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, partSheet];
}
