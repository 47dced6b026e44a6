import { css } from 'lit';

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

  .failure {
    display: grid;
    gap: 0.25em;
    padding: calc(var(--_spacing-block) * 0.75);
    border: 1px solid var(--_color-danger);
    border-inline-start-width: 4px;
    border-radius: var(--_border-radius);
  }

  .failure strong {
    color: var(--_color-danger);
  }

  .methods {
    display: grid;
    gap: calc(var(--_spacing-block) / 2);
  }

  .method {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 48px;
    padding: 6px var(--_spacing-block);
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    line-height: 1.3;
    cursor: pointer;
  }

  .method:has(:checked) {
    border-color: var(--_color-primary);
    box-shadow: inset 0 0 0 1px var(--_color-primary);
  }

  .method input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--_color-primary);
  }

  /* As large as a logo, so that the names stand below each other. */
  .method > :is(florin-method-icon, florin-brand-mark) {
    flex: none;
    inline-size: 2.5em;
    block-size: 1.5em;
  }

  .panel {
    min-inline-size: 0;
  }

  /* An accordion, the default, shows what belongs to the chosen method right under it; a list and tabs below all of them. */
  :host([layout="list"]) .panel,
  :host([layout="tabs"]) .panel {
    order: 1;
  }

  :host([layout='tabs']) .methods {
    grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
  }

  :host([layout='tabs']) .panel {
    grid-column: 1 / -1;
  }

  florin-card,
  florin-pay-button {
    min-inline-size: 0;
  }

  /* The button is drawn after the fields. What stands in its place has its size and its colour: nothing moves when it comes. */
  florin-pay-button:not(:defined) {
    display: block;
    box-sizing: border-box;
    min-block-size: max(48px, 2.5em + 2px);
    border-radius: var(--_border-radius);
    background: var(--_color-primary);
    opacity: 0.7;
  }
`;
