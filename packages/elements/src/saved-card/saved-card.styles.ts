import { css } from 'lit';

/** The rows of saved cards, in the checkout's own root: radio buttons in different roots are no group. */
export const savedCardStyles = css`
  .saved {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_spacing-inline);
    align-items: center;
  }

  .saved .method {
    flex: 1 1 14rem;
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
    font-size: var(--_font-size-xs);
  }

  .expired {
    border-style: dashed;
    cursor: default;
  }

  /* A name in another direction begins where the others do, on its second line too. */
  .name:dir(rtl) bdi {
    text-align: right;
  }

  .expired bdi {
    color: var(--_color-text-secondary);
  }

  .removed {
    min-block-size: max(var(--_target), var(--_method-height));
    padding-inline-start: var(--_spacing-block);
    border: var(--_border-width) dashed var(--_method-border-color);
    border-radius: var(--_method-border-radius);
    color: var(--_color-text-secondary);
  }

  .removed span {
    flex: 1 1 7rem;
    padding-block: calc(var(--_spacing-unit) * 1.5);
  }

  .saved button {
    border-color: transparent;
    color: var(--_color-primary);
  }

  .change-failed {
    flex-basis: 100%;
    margin: 0 0 var(--_spacing-inline);
    color: var(--_color-danger);
  }

  @media (forced-colors: active) {
    .saved button {
      border-color: ButtonText;
    }
  }
`;
