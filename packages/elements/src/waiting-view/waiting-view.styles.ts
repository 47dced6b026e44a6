import { css } from 'lit';

/** What stands in more than one view that waits. */
export const waitingStyles = css`
  /* Names, codes and addresses may be longer than a phone is wide. */
  .view {
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
  }

  .waiting {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .over {
    color: var(--_color-text);
    font-weight: 600;
  }

  .countdown {
    font-variant-numeric: tabular-nums;
  }

  .button {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding: 0.5em 1.1em;
    border: 1px solid transparent;
    border-radius: var(--_border-radius);
    background: var(--_color-primary);
    color: var(--_color-on-primary);
    font-weight: 600;
    text-decoration: none;
  }

  @media (forced-colors: active) {
    .button {
      border-color: LinkText;
    }
  }
`;
