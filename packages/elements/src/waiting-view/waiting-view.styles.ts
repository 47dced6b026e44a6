import { css } from 'lit';

/** What stands in more than one view that waits. */
export const waitingStyles = css`
  .waiting {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .over {
    color: var(--_color-text);
    font-weight: var(--_font-weight-bold);
  }

  .countdown {
    font-variant-numeric: tabular-nums;
  }

  .button {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }

`;
