import { css } from 'lit';

/** What the first paint needs: a card form and the place of its button. The rest is in `ways.styles.ts`. */
export const checkoutStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .root {
    position: relative;
  }

  .form {
    display: grid;
    gap: var(--_spacing-block);
  }

  .methods {
    display: grid;
    gap: var(--_spacing-inline);
  }

  .panel,
  florin-card,
  florin-pay-button {
    min-inline-size: 0;
  }

  ::slotted([slot='header']) {
    margin-block-end: var(--_spacing-block);
  }

  ::slotted([slot='footer']) {
    margin-block-start: var(--_spacing-block);
  }

  /* The button is drawn after the fields. What stands in its place has its size and its colour: nothing moves when it comes. */
  florin-pay-button:not(:defined) {
    display: block;
    box-sizing: border-box;
    min-block-size: max(var(--_target), var(--_button-height), 2.5em + 2 * var(--_border-width));
    border: var(--_border-width) solid var(--_button-border-color);
    border-radius: var(--_button-border-radius);
    background-color: var(--_button-background);
    opacity: 0.7;
  }
`;
