import { css } from 'lit';

/** For the checkout's own root, where a page has placed something. */
export const arrangedStyles = css`
  .panel:empty {
    display: none;
  }

  /* What the page has placed, and what we draw below it. */
  slot:not([name]) ~ .form {
    gap: 0;
  }

  slot:not([name]) ~ .view,
  slot:not([name]) ~ .form > :not(slot),
  slot:not([name]) ~ .form ::slotted(*) {
    margin-block-start: var(--_spacing-block);
  }
`;
