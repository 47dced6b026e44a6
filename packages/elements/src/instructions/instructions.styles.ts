import { css } from 'lit';

/** The lines, on the screen and on paper. */
export const linesStyles = css`
  dl {
    display: grid;
    gap: calc(var(--_spacing-block) * 0.75);
    inline-size: 100%;
    margin: 0;
  }

  dt {
    color: var(--_color-text-secondary);
  }

  dd {
    margin: 0;
    font-weight: var(--_font-weight-bold);
    overflow-wrap: anywhere;
  }

  .group:not(:last-of-type) {
    margin-inline-end: 0.3em;
  }
`;

export const instructionsStyles = css`
  .ask {
    display: grid;
    gap: var(--_spacing-inline);
    inline-size: 100%;
  }

  .line {
    padding-block-end: var(--_spacing-inline);
    border-block-end: 1px solid var(--_color-divider);
  }

  dd .copyable {
    display: flex;
    justify-content: space-between;
  }

  a.plain {
    display: inline-flex;
    align-items: center;
    min-block-size: max(var(--_target), var(--_button-height) - 4px);
  }

  /* Paper can press nothing, and shows no result. */
  @media print {
    button,
    a.plain,
    .later {
      display: none;
    }
  }
`;
