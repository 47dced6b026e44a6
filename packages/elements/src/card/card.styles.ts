import { css } from 'lit';
import { summaryStyles } from './summary.styles.js';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: var(--_font-size-base) / 1.4 var(--_font-family);
    color: var(--_color-text);
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  p,
  ul {
    margin: 0;
  }
  /* A page may lay the fields out as a grid with these areas; by default short ones share a line where there is room. */
  .fields,
  .details {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_spacing-block) / 2) var(--_spacing-block);
  }
  .number {
    grid-area: number;
  }
  .expiry {
    grid-area: expiry;
  }
  .cvc {
    grid-area: cvc;
  }
  .holder {
    grid-area: holder;
  }
  .field {
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  .half {
    flex-basis: 8em;
  }
  /* The line is there before its words are, so that nothing moves when they come. */
  label {
    display: block;
    min-block-size: 1lh;
    margin-block-end: 4px;
    font-size: 0.9375em;
    font-weight: 500;
  }
  /* What will be a word is a bar until it is one. */
  label:empty::before {
    content: '';
    display: inline-block;
    inline-size: 6em;
    block-size: 0.7em;
    border-radius: 4px;
    background: var(--_color-border);
    opacity: 0.4;
  }
  .field > label span,
  .hint {
    color: var(--_color-text-secondary);
    font-weight: 400;
  }
  .control {
    display: flex;
    align-items: center;
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    background: var(--_field-background);
    overflow: clip;
  }
  .control:focus-within {
    outline: 2px solid var(--_color-primary);
    outline-offset: 1px;
  }
  .control:has([aria-invalid='true']) {
    border-color: var(--_color-danger);
    box-shadow: 0 0 0 1px var(--_color-danger);
  }
  .control input,
  select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    box-sizing: border-box;
    padding: 8px 12px;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    /* Below 16px iOS zooms the page into the field. */
    font: max(16px, 1em) / 1.4 var(--_font-family);
    font-variant-numeric: tabular-nums;
  }
  form:dir(rtl) .control input {
    text-align: right;
  }
  input:disabled,
  select:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  .brand,
  .brand-choice label {
    margin-inline: 0 10px;
    padding: 1px 7px;
    border: 1px solid var(--_color-border);
    border-radius: 4px;
    font-size: 0.75em;
    font-weight: 600;
    white-space: nowrap;
  }
  .brand:empty {
    display: none;
  }
  /* One line is kept for the hint or the error: showing it moves nothing below, not even a button that is being pressed. */
  .notes {
    min-block-size: 1lh;
    margin-block-start: 2px;
    font-size: 0.8125em;
  }
  .hint:has(+ .error:not(:empty)) {
    display: none;
  }
  .error {
    color: var(--_color-danger);
    font-weight: 500;
  }
  ${summaryStyles}
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Where a long number and a long name do not fit side by side the name goes up, beside the label: nothing moves. */
  @container (inline-size < 340px) {
    .number {
      position: relative;
    }
    .number .brand {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      max-inline-size: 48%;
      margin: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
  @media (forced-colors: active) {
    .control:has([aria-invalid='true']) {
      border: 3px double CanvasText;
    }
    .control:focus-within {
      outline-color: Highlight;
    }
  }
`;
