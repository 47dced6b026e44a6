import { css } from 'lit';

/** The list of errors above the fields. */
export const summaryStyles = css`
  .summary {
    color: var(--_color-danger);
    margin-block-end: var(--_spacing-block);
    padding: calc(var(--_spacing-block) * 0.75);
    border: 2px solid;
    border-radius: var(--_border-radius);
  }
  .summary:focus-visible {
    outline: 2px solid var(--_color-primary);
    outline-offset: 2px;
  }
  .summary :is(p, ul) {
    margin: 0;
  }
  .summary p {
    font-weight: 600;
  }
  .summary ul {
    padding: 0;
    list-style: none;
  }
  .summary a {
    display: inline-block;
    padding-block: 3px;
    color: inherit;
  }
  @media (pointer: coarse) {
    .summary a {
      padding-block: 11px;
    }
  }
`;
