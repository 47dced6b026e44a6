import { css } from 'lit';

export const lookupStyles = css`
  .control:has(.brand-choice) {
    flex-wrap: wrap;
  }
  .control:has(.brand-choice) > input {
    /* The whole number with its gaps, before the choice goes below it. */
    flex-basis: 12.2em;
  }
  .brand-choice {
    display: flex;
    flex: 1 0 auto;
    flex-wrap: wrap;
    justify-content: end;
    gap: 4px;
    padding: 4px 6px;
  }
  .brand-choice label {
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 32px;
    margin: 0;
    padding-inline: 6px;
    font-size: 0.8125em;
    cursor: pointer;
  }
  .brand-choice label:has(:checked) {
    border-color: var(--_color-primary);
    box-shadow: inset 0 0 0 1px var(--_color-primary);
  }
  .brand-choice label:has(:focus-visible) {
    outline: 2px solid var(--_color-primary);
    outline-offset: 1px;
  }
  .brand-choice input {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--_color-primary);
  }
  @media (pointer: coarse) {
    .brand-choice label {
      min-block-size: 44px;
    }
  }
`;
