import { css } from 'lit';

export const lookupStyles = css`
  .control:has(.brand-choice, florin-brand-mark + florin-brand-mark) {
    flex-wrap: wrap;
  }
  .control:has(.brand-choice, florin-brand-mark + florin-brand-mark) > input {
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
    min-block-size: max(var(--_target), 32px);
    padding-inline: 6px;
    /* The mark has one of its own. */
    border: 1px solid transparent;
    border-radius: var(--_border-radius-small);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-bold);
    white-space: nowrap;
    cursor: pointer;
  }
  .brand-choice florin-brand-mark {
    font-size: var(--_font-size-base);
  }
  /* It takes no room from the number that it does not need. */
  .brands {
    flex: none;
    margin-inline-start: auto;
    padding-block: 4px;
  }
  /* Beside the label it has no more height than that. */
  @container (inline-size < 340px) {
    :host(:not([labels='floating'], [inputs='joined'])) .brands {
      padding-block: 0;
    }
  }
  /* Its name stands there until its mark does. */
  .brand-choice :defined + span {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .brand-choice label:has(:checked) {
    border-color: var(--_color-primary);
    box-shadow: inset 0 0 0 1px var(--_color-primary);
  }
  .brand-choice label:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: 1px;
  }
  .brand-choice input {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--_color-primary);
  }
`;
