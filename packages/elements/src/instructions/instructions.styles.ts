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
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .group:not(:last-of-type) {
    margin-inline-end: 0.3em;
  }
`;

export const instructionsStyles = css`
  .ask {
    display: grid;
    gap: calc(var(--_spacing-block) / 2);
    inline-size: 100%;
  }

  .line {
    padding-block-end: calc(var(--_spacing-block) / 2);
    border-block-end: 1px solid var(--_color-border);
  }

  dd .copyable {
    display: flex;
    justify-content: space-between;
  }

  a.plain {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--_color-primary);
  }

  @media print {
    button,
    a.plain {
      display: none;
    }
  }
`;
