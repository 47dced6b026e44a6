import { css } from 'lit';

/** The list of errors above the fields. */
export const summaryStyles = css`
  .summary {
    color: var(--_color-danger);
    margin-block-end: var(--_spacing-block);
    padding: calc(var(--_spacing-block) * 0.75);
    border: 2px solid;
    border-radius: var(--_border-radius);
    background-color: var(--_color-danger-background);
    overflow-wrap: anywhere;
  }
  .summary:focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
  }
  .summary :is(p, ul) {
    margin: 0;
  }
  .summary p {
    font-weight: var(--_font-weight-bold);
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
