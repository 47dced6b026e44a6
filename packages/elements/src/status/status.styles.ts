import { css } from 'lit';

export const statusStyles = css`
  .view {
    padding-block: var(--_spacing-block);
  }

  .icon {
    inline-size: 3.5rem;
    block-size: 3.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .success .icon {
    color: var(--_color-success);
  }

  .failure .icon {
    color: var(--_color-danger);
  }

  .warning .icon {
    color: var(--_color-warning);
  }

  /* What is drawn keeps its own colours unless it is told. */
  @media (forced-colors: active) {
    .view .icon {
      color: CanvasText;
    }
  }
`;
