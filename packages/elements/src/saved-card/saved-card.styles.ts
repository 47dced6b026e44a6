import { css } from 'lit';

/** The rows of saved cards, in the checkout's own root: radio buttons in different roots are no group. */
export const savedCardStyles = css`
  .saved {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_spacing-block) / 2);
    align-items: center;
  }

  .saved .method {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }

  .name {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
    align-items: baseline;
  }

  .name small {
    color: var(--_color-text-secondary);
    font-size: 0.875em;
  }

  .expired {
    border-style: dashed;
    cursor: default;
  }

  .expired bdi {
    color: var(--_color-text-secondary);
  }

  .removed {
    min-block-size: 48px;
    padding-inline-start: var(--_spacing-block);
    border: 1px dashed var(--_color-border);
    border-radius: var(--_border-radius);
    color: var(--_color-text-secondary);
  }

  .removed span {
    flex: 1 1 7rem;
    padding-block: 6px;
  }

  .saved button {
    border-color: transparent;
    color: var(--_color-primary);
  }

  .change-failed {
    flex-basis: 100%;
    margin: 0 0 6px;
    color: var(--_color-danger);
  }

  @media (forced-colors: active) {
    .saved button {
      border-color: ButtonText;
    }
  }
`;
