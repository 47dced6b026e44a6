import { css } from 'lit';
import { summaryStyles } from '../card/summary.styles.js';

/** The rows of what is no card, in the checkout's own root: radio buttons in different roots are no group. */
export const otherMethodsStyles = css`
  ${summaryStyles}

  /* The grid around it has the room. */
  .other > .summary {
    margin: 0;
  }

  .method img,
  .operator img {
    flex: none;
    border-radius: 4px;
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
    row-gap: 4px;
  }

  :is(.method, .operator) > bdi {
    flex: 1 1 5em;
  }

  .other {
    display: grid;
    gap: calc(var(--_spacing-block) * 0.75);
  }

  :is(.other, .operators, .country) > p {
    margin: 0;
  }

  .other > p {
    color: var(--_color-text-secondary);
  }

  .operators {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: calc(var(--_spacing-block) / 2);
  }

  .operators > p {
    grid-column: 1 / -1;
  }

  .operators .label,
  .country label {
    font-size: 0.9375em;
    font-weight: 500;
  }

  .operator {
    display: flex;
    gap: 0.75em;
    align-items: center;
    font-weight: 600;
  }

  .country {
    display: grid;
    gap: 4px;
  }

  .country select {
    min-block-size: 46px;
    min-inline-size: 0;
    padding: 8px 12px;
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    background: var(--_field-background);
    color: inherit;
    /* Below 16px iOS zooms the page into the field. */
    font: max(16px, 1em) / 1.4 var(--_font-family);
  }

  .country select[aria-invalid='true'] {
    border-color: var(--_color-danger);
  }

  :is(.operators, .country) .error {
    color: var(--_color-danger);
    font-size: 0.875em;
    font-weight: 500;
  }

  .error:empty {
    display: none;
  }
`;
