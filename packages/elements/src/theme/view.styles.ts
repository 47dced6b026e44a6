import { css } from 'lit';

/** What every view that stands in the place of the form shares: a heading, words, a row of actions. */
export const viewStyles = css`
  :host {
    display: block;
  }

  .view {
    display: grid;
    gap: var(--_spacing-block);
    justify-items: start;
  }

  .centred {
    justify-items: center;
    text-align: center;
  }

  h2 {
    margin: 0;
    font-size: 1.25em;
    line-height: 1.3;
  }

  h2:focus-visible {
    outline-offset: 4px;
  }

  p {
    margin: 0;
    color: var(--_color-text-secondary);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_spacing-block) / 2);
    inline-size: 100%;
  }

  .centred .actions {
    justify-content: center;
  }
`;
