import { css } from 'lit';

export const detailsStyles = css`
  .details {
    margin-block-start: calc(var(--_spacing-block) / 2);
  }
  fieldset.details {
    flex: 1 1 100%;
    min-inline-size: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .details .half {
    flex-basis: max(8em, 40%);
  }
  legend {
    padding: 0;
    margin-block-end: calc(var(--_spacing-block) / 2);
    font-size: 1.0625em;
    font-weight: 600;
  }
  .choice {
    display: flex;
    flex: 1 1 100%;
    align-items: center;
    gap: 0.6em;
    min-block-size: 44px;
    margin: 0;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.25em;
    min-block-size: 0;
    block-size: 1.25em;
    margin: 0;
    padding: 0;
    accent-color: var(--_color-primary);
  }
  .choice input:focus-visible {
    outline: 2px solid var(--_color-primary);
    outline-offset: 2px;
  }
`;
