import { css } from 'lit';

export const securityCodeStyles = css`
  :host {
    display: block;
    font: var(--_font-size-base) / 1.4 var(--_font-family);
    color: var(--_color-text);
  }

  label {
    display: block;
    margin-block-end: 4px;
    font-size: 0.9375em;
    font-weight: 500;
  }

  label span,
  .hint {
    color: var(--_color-text-secondary);
    font-weight: 400;
  }

  input {
    inline-size: 100%;
    max-inline-size: 14rem;
    min-block-size: 46px;
    box-sizing: border-box;
    padding: 8px 12px;
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    background: var(--_field-background);
    color: inherit;
    /* Below 16px iOS zooms the page into the field. */
    font: max(16px, 1em) / 1.4 var(--_font-family);
    font-variant-numeric: tabular-nums;
  }

  :dir(rtl) input {
    text-align: right;
  }

  input:focus {
    outline: 2px solid var(--_color-primary);
    outline-offset: 1px;
  }

  input[aria-invalid='true'] {
    border-color: var(--_color-danger);
    box-shadow: 0 0 0 1px var(--_color-danger);
  }

  input:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }

  p {
    margin: 2px 0 0;
    font-size: 0.875em;
  }

  /* One line is kept for the hint or the error. */
  .notes {
    min-block-size: 1.4lh;
  }

  .error {
    color: var(--_color-danger);
  }

  [hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    input[aria-invalid='true'] {
      border: 3px double CanvasText;
    }
  }
`;
