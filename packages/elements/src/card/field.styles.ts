import { css } from 'lit';

/** A field: label, box, the line below it. Its label stands above, or floats from the box to the upper edge of it. */
export const fieldStyles = css`
  .field {
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  /* The line is there before its words are, so that nothing moves when they come. */
  .field > label {
    display: block;
    min-block-size: 1lh;
    margin-block-end: var(--_spacing-unit);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-medium);
  }
  /* What will be a word is a bar until it is one. */
  .field > label:empty::before {
    content: '';
    display: inline-block;
    inline-size: 6em;
    block-size: 0.7em;
    border-radius: var(--_border-radius-small);
    background-color: var(--_color-divider);
  }
  .field > label span,
  .hint {
    color: var(--_color-text-secondary);
    font-weight: var(--_font-weight-normal);
  }
  .control {
    display: flex;
    align-items: center;
    border: var(--_field-border-width) solid var(--_field-border-color);
    border-radius: var(--_field-border-radius);
    background-color: var(--_field-background);
    box-shadow: var(--_shadow-field);
    color: var(--_field-text);
    overflow: clip;
    transition: var(--_motion-duration) var(--_motion-easing);
    transition-property: border-color, box-shadow;
  }
  .control:focus-within {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
  }
  .control:has([aria-invalid='true']) {
    border-color: var(--_color-danger);
    box-shadow: 0 0 0 1px var(--_color-danger);
  }
  .control > :is(input, select) {
    flex: 1;
    min-inline-size: 0;
    min-block-size: max(var(--_target), var(--_tall, var(--_field-height)) - 2 * var(--_field-border-width));
    box-sizing: border-box;
    padding: 0 var(--_field-padding);
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    /* Below 16px iOS zooms the page into the field. */
    font-size: max(16px, 1em);
    font-variant-numeric: tabular-nums;
  }
  /* Browsers indent the words of a list by so much themselves. */
  .control > select {
    padding-inline-start: calc(var(--_field-padding) - 4px);
    /* The browser draws its arrow at the very end. */
    margin-inline-end: 8px;
  }
  .control option {
    background-color: var(--_color-background);
    color: var(--_color-text);
  }
  .control:dir(rtl) input {
    text-align: right;
  }
  .control :disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  /* One line is kept for the hint or the error: showing it moves nothing below, not even a button that is being pressed. */
  .notes {
    min-block-size: 1lh;
    margin-block-start: 2px;
    font-size: var(--_font-size-xs);
  }
  .hint:has(+ .error:not(:empty)) {
    display: none;
  }
  .error {
    color: var(--_color-danger);
    font-weight: var(--_font-weight-medium);
    overflow-wrap: anywhere;
  }
  :host(:is([labels='floating'], [inputs='joined'])) .field {
    --_tall: max(var(--_field-height), 3.25 * var(--_font-size-base));
    --_inset: calc(var(--_field-padding) + var(--_field-border-width));
    > label {
      position: relative;
      block-size: var(--_tall);
      inline-size: fit-content;
      max-inline-size: calc((100% - 2 * var(--_inset)) / 0.75);
      margin-block-end: calc(-1 * var(--_tall));
      margin-inline: var(--_inset);
      overflow: hidden;
      color: var(--_color-text-placeholder);
      font-size: inherit;
      font-weight: inherit;
      line-height: var(--_tall);
      text-overflow: ellipsis;
      white-space: nowrap;
      transform: translateY(-0.75em) scale(0.75);
      transform-origin: 0;
      transition: transform var(--_motion-duration) var(--_motion-easing);
      pointer-events: none;
    }
    &:dir(rtl) > label {
      transform-origin: 100%;
    }
    &:has(:placeholder-shown:not(:focus, :autofill)) > label {
      max-inline-size: calc(100% - 2 * var(--_inset));
      transform: none;
    }
    .control > :is(input, select) {
      padding-block-start: 1em;
    }
    ::placeholder {
      color: transparent;
    }
    :focus::placeholder {
      color: var(--_color-text-placeholder);
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
