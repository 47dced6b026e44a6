import { css } from 'lit';
import { fieldStyles } from './field.styles.js';
import { summaryStyles } from './summary.styles.js';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_color-text);
    font: var(--_font-weight-normal) var(--_font-size-base) / var(--_font-line-height) var(--_font-family);
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
    gap: var(--_grid-row-spacing) var(--_grid-column-spacing);
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
  ${fieldStyles}
  .half {
    flex-basis: 8em;
  }
  /* Large text on a small screen: the whole number is seen, and the mark beside it. */
  .number .control {
    font-size: min(1em, (100cqi - 2 * var(--_field-padding) - 12px) / 14);
  }
  .brand {
    margin-inline: 0 10px;
    padding: 1px 7px;
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius-small);
    font-size: 0.75em;
    font-weight: var(--_font-weight-bold);
    white-space: nowrap;
  }
  .brands {
    display: flex;
  }
  .brands florin-brand-mark {
    min-inline-size: 2.125em;
    margin-inline-end: 10px;
  }
  florin-card-picture {
    display: block;
    max-inline-size: 15em;
    margin-block-end: var(--_spacing-block);
    aspect-ratio: 320 / 202;
  }
  ${summaryStyles}
  .spoken,
  :host([inputs='joined']) .fields .notes {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* One box. Each field draws its own edge around itself, in the gap to its neighbours: however they are laid out, there are lines between them. */
  :host([inputs='joined']) .fields {
    gap: var(--_field-border-width);
    border: var(--_field-border-width) solid var(--_field-border-color);
    border-radius: var(--_field-border-radius);
    background-color: var(--_field-background);
    box-shadow: var(--_shadow-field);
    overflow: clip;
    .control {
      border: 0;
      border-radius: 0;
      box-shadow: 0 0 0 var(--_field-border-width) var(--_field-border-color);
    }
    .control:focus-within,
    .control:has([aria-invalid='true']) {
      outline-offset: calc(-1 * var(--_focus-width));
      border-radius: calc(var(--_field-border-radius) - var(--_field-border-width));
    }
    .control:has([aria-invalid='true']) {
      box-shadow: inset 0 0 0 2px var(--_color-danger);
    }
  }
  /* Where both have no room in the field the mark goes up, beside the label: nothing moves when it comes. */
  @container (inline-size < 340px) {
    .number {
      position: relative;
    }
    .number > label {
      box-sizing: border-box;
      padding-inline-end: 3em;
    }
    .number .brands {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      font-size: var(--_font-size-base);
      overflow: clip;
    }
    /* In line with the field below it. */
    :host(:not([labels='floating'], [inputs='joined'])) .number florin-brand-mark:last-of-type {
      margin-inline-end: 0;
    }
    :host(:is([labels='floating'], [inputs='joined'])) .number .brands {
      inset-block-start: 4px;
      font-size: 0.75em;
    }
  }
  @container (inline-size >= 640px) {
    .fields .number {
      flex: 2 1 16em;
    }
    .fields .half {
      flex-basis: 6em;
    }
  }
  @media (forced-colors: active) {
    :host([inputs='joined']) .fields .control {
      border: 1px solid;
      &:has([aria-invalid='true']) {
        border: 3px double;
      }
    }
  }
`;
