import { css } from 'lit';

export const copyStyles = css`
  .copyable {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    max-inline-size: 100%;
  }

  .value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .value[dir='ltr'] {
    font-family: ui-monospace, monospace;
  }

  .advice {
    inline-size: 100%;
    color: var(--_color-text-secondary);
  }
`;
