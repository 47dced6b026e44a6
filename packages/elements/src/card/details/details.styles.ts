import { css } from 'lit';

export const detailsStyles = css`
  .details {
    margin-block-start: var(--_grid-row-spacing);
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
    margin-block-end: var(--_grid-row-spacing);
    font-size: 1.0625em;
    font-weight: var(--_font-weight-bold);
  }
  .choice {
    display: flex;
    flex: 1 1 100%;
    align-items: center;
    gap: 0.6em;
    min-block-size: max(var(--_target), var(--_field-height) - 4px);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_color-primary);
  }
  .choice input:focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
  }
`;
