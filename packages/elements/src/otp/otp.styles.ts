import { css } from 'lit';

export const otpStyles = css`
  .field {
    display: grid;
    gap: 0.35em;
    inline-size: 100%;
  }

  label {
    font-weight: 600;
  }

  input {
    inline-size: 100%;
    max-inline-size: 16rem;
    min-block-size: 48px;
    padding: 0.4em 0.7em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    font: inherit;
    font-size: 1.4em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.3em;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
    border-width: 2px;
  }

  .error {
    min-block-size: 1.5em;
    color: var(--_danger);
  }

  .countdown {
    font-variant-numeric: tabular-nums;
  }
`;
