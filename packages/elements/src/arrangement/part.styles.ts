import { css } from 'lit';

/** A part is not there while it has nothing to show. */
export const partSheet = css`
  :host([hidden]) {
    display: none !important;
  }
`.styleSheet;
