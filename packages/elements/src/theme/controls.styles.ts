import { css } from 'lit';

/** Buttons, the spinner, and what only a screen reader meets. */
export const controls = css`
  :host {
    color: var(--_color-text);
    font-family: var(--_font-family);
    font-size: var(--_font-size-base);
    line-height: 1.5;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button {
    min-block-size: 44px;
    padding: 0.5em 1.1em;
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    background: transparent;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  button.primary {
    min-block-size: 48px;
    border-color: transparent;
    background: var(--_color-primary);
    color: var(--_color-on-primary);
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }

  :focus-visible {
    outline: 3px solid var(--_color-primary);
    outline-offset: 2px;
  }

  .spinner {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: florin-spin 0.9s linear infinite;
  }

  .spinner.large {
    inline-size: 3rem;
    block-size: 3rem;
    border-width: 4px;
    color: var(--_color-primary);
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @keyframes florin-spin {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    button.primary {
      border-color: ButtonText;
    }
  }
`;
