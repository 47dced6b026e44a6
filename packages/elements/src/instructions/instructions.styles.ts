import { css } from 'lit';

/** The lines, on the screen and on paper. */
export const linesStyles = css`
  dl {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    inline-size: 100%;
    margin: 0;
  }

  dt {
    color: var(--_muted);
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
    gap: calc(var(--_space) / 2);
    inline-size: 100%;
  }

  .line {
    padding-block-end: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_border);
  }

  dd .copyable {
    display: flex;
    justify-content: space-between;
  }

  a.plain {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--_accent);
  }

  @media print {
    button,
    a.plain {
      display: none;
    }
  }
`;
