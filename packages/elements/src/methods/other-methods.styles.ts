import { css } from 'lit';
import { fieldStyles } from '../card/field.styles.js';
import { summaryStyles } from '../card/summary.styles.js';

/** The rows of what is no card, in the checkout's own root: radio buttons in different roots are no group. */
export const otherMethodsStyles = css`
  ${fieldStyles}
  ${summaryStyles}

  /* The grid around it has the room. */
  .other > .summary {
    margin: 0;
  }

  .method img,
  .operator img {
    flex: none;
    border-radius: var(--_border-radius-small);
    /* Logos are drawn for white paper. */
    background: #fff;
    object-fit: contain;
  }

  /* The name of a bank may be one long word. The button says it too. */
  :is(.method, .operator) > bdi,
  florin-pay-button {
    overflow-wrap: anywhere;
  }

  /* A word is not broken beside a logo while there is room below it. */
  .method:has(img) {
    flex-wrap: wrap;
    row-gap: var(--_spacing-unit);
  }

  :is(.method, .operator) > bdi {
    flex: 1 1 5em;
  }

  /* A name in another direction begins where the others do. */
  :is(.method, .operator):dir(rtl) > bdi {
    text-align: right;
  }

  .other {
    display: grid;
    gap: calc(var(--_spacing-block) * 0.75);
  }

  :is(.other, .operators, .field) > p {
    margin: 0;
  }

  .other > p {
    color: var(--_color-text-secondary);
  }

  .operators {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: var(--_spacing-inline);
  }

  .operators > p {
    grid-column: 1 / -1;
  }

  .operators .label {
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-medium);
  }

  .operator {
    display: flex;
    gap: 0.75em;
    align-items: center;
    font-weight: var(--_font-weight-bold);
  }

  :is(.operators, .field) > .error {
    font-size: var(--_font-size-xs);
  }

  .field > .error:not(:empty) {
    margin-block-start: 2px;
  }

  .error:empty {
    display: none;
  }
`;
