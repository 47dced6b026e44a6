import { css } from 'lit';

/** Buttons, the spinner, and what only a screen reader meets. */
export const controls = css`
  :host {
    color: var(--_color-text);
    font: var(--_font-weight-normal) var(--_font-size-base) / var(--_font-line-height) var(--_font-family);
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button,
  .button {
    min-block-size: max(var(--_target), var(--_button-height) - 4px);
    padding: 0.5em 1.1em;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_button-border-radius);
    background: transparent;
    color: inherit;
    font: inherit;
    font-weight: var(--_button-font-weight);
    cursor: pointer;
    transition: var(--_motion-duration) var(--_motion-easing);
    transition-property: background-color, border-color, color, box-shadow;
  }

  .primary {
    min-block-size: max(var(--_target), var(--_button-height));
    border-color: var(--_button-border-color);
    background-color: var(--_button-background);
    box-shadow: var(--_shadow-button);
    color: var(--_button-text);
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }

  /* On a touch screen a hover stays after the finger has gone. */
  @media (hover: hover) {
    :is(button, .button):hover:not([aria-disabled='true']) {
      background-color: var(--_color-selected);
    }
    .primary:hover:not([aria-disabled='true']) {
      background-color: var(--_button-background-hover);
    }
  }

  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
  }

  .spinner {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 2px solid;
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
    .primary {
      border-color: ButtonText;
    }
    /* Forced, the gap of the ring would be drawn too, and nothing would be seen to turn. */
    .spinner {
      forced-color-adjust: none;
    }
    .spinner.large {
      color: CanvasText;
    }
  }
`;
