import { css } from 'lit';

export const noticeStyles = css`
  .failure {
    display: grid;
    gap: 0.25em;
    padding: calc(var(--_spacing-unit) * 3);
    border: var(--_border-width) solid var(--_color-danger);
    border-inline-start-width: 4px;
    border-radius: var(--_border-radius);
    background-color: var(--_color-danger-background);
  }

  .failure strong {
    color: var(--_color-danger);
  }

  .wanted {
    border-color: var(--_color-border);
    background: none;
  }

  .wanted strong {
    color: inherit;
  }
`;
