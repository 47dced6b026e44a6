import { css } from 'lit';

export const otpStyles = css`
  .field {
    display: grid;
    gap: 0.35em;
    inline-size: 100%;
    container-type: inline-size;
  }

  label {
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-medium);
  }

  /* Two drawings lie below the field: one plain frame, and a box for each character. One of them is seen. */
  .code {
    --_boxes: 0;
    --_line: var(--_field-border-width) solid var(--_field-border-color);
    position: relative;
    justify-self: start;
    inline-size: min(100%, 16rem);
    font-size: 1.4em;
  }

  .boxed {
    --_boxes: var(--florin-otp-boxes, 1);
    /* From one character to the next: as much as there is room for, at most that. */
    --_step: min(1.9em, (100cqi - 0.65em) / var(--_length));
    --_gap: calc(var(--_step) * 0.13);
    --_whole: calc(var(--_step) * var(--_length) + 0.65em);
    /* The boxes are as wide as they are seen; the field goes on behind them, for the caret (see below). */
    inline-size: calc(var(--_whole) - var(--_boxes) * (var(--_gap) + 0.65em));
    overflow: clip;
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: min(1.4em, 95cqi / var(--_length));
  }

  /* Around what is seen, and not around the field. */
  .code:has(:focus-visible) {
    border-radius: var(--_field-border-radius);
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
  }

  .code:has([aria-invalid='true']) {
    --_line: max(2px, var(--_field-border-width)) solid var(--_color-danger);
  }

  .code::before,
  .boxes span {
    border: var(--_line);
    border-radius: var(--_field-border-radius);
    background-color: var(--_field-background);
    box-shadow: var(--_shadow-field);
  }

  .code::before {
    content: '';
    position: absolute;
    inset: 0;
    opacity: calc(1 - var(--_boxes));
  }

  .boxes {
    position: absolute;
    inset: 0;
    display: flex;
    gap: var(--_gap);
    opacity: var(--_boxes);
  }

  .boxes span {
    flex: none;
    inline-size: calc(var(--_step) - var(--_gap));
  }

  input {
    position: relative;
    display: block;
    inline-size: 100%;
    min-block-size: max(var(--_target), var(--_field-height) + 2px);
    padding: 0.4em 0.7em;
    border: 0;
    border-radius: var(--_field-border-radius);
    background: transparent;
    color: var(--_field-text);
    font: inherit;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.3em;
  }

  input:focus-visible {
    outline: none;
  }

  .boxed input {
    /* The caret has its place behind the last character, or the field would scroll. */
    inline-size: var(--_whole);
    padding-inline: calc((var(--_step) - var(--_gap) - 1ch) / 2) 0;
    letter-spacing: calc(var(--_step) - 1ch);
  }

  /* There text has a backplate, which would cover what lies below it. */
  @media (forced-colors: active) {
    .boxes {
      z-index: 1;
      pointer-events: none;
    }

    .boxes span {
      background: none;
    }
  }

  .error {
    min-block-size: 1lh;
    color: var(--_color-danger);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
  }

  /* As wide as the longest that it says: nothing around it moves when it says something else. */
  .primary {
    inline-size: min(100%, 24rem);
  }

  .primary .spinner {
    display: inline-block;
    margin-inline-end: 0.4em;
    vertical-align: -0.15em;
  }
`;
