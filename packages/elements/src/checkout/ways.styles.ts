import { css } from 'lit';

/** The rows of the ways to pay: nothing of it is there before the intent has been read. */
export const waysStyles = css`
  /* Marks and icons make no row wider than its place. */
  .methods {
    grid-template-columns: minmax(0, 1fr);
  }

  .method {
    display: flex;
    gap: calc(var(--_spacing-unit) * 3);
    align-items: center;
    min-block-size: max(44px, var(--_method-height));
    padding: 6px var(--_spacing-block);
    border: var(--_border-width) solid var(--_method-border-color);
    border-radius: var(--_method-border-radius);
    background-color: var(--_method-background);
    box-shadow: var(--_shadow-method);
    line-height: 1.3;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition: var(--_motion-duration) var(--_motion-easing);
    transition-property: background-color, border-color, box-shadow;
  }

  .method:has(:checked) {
    border-color: var(--_method-border-color-selected);
    background-color: var(--_method-background-selected);
    box-shadow:
      inset 0 0 0 1px var(--_method-border-color-selected),
      var(--_shadow-method);
  }

  .method input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--_color-primary);
  }

  /* As large as a logo, so that the names stand below each other. */
  .method > :is(florin-method-icon, florin-brand-mark),
  .method > slot > florin-method-icon,
  .method > slot::slotted(*) {
    flex: none;
    min-inline-size: 2.5em;
    max-inline-size: 5em;
    block-size: 1.5em;
    object-fit: contain;
    text-align: center;
  }

  /* An accordion, the default, shows what belongs to the chosen method right under it; a list and tabs below all of them. */
  :host(:is([layout='list'], [layout='tabs'])) .panel {
    order: 1;
    margin-block-start: var(--_spacing-inline);
  }

  /* The chosen one alone. A card that has been removed keeps its way back. */
  :host([layout='single']) .methods:not(.open) > :is(.method, .saved:not(.removed)):not(:has(:checked)) {
    display: none;
  }

  :host([layout='tabs']) .root {
    container: florin-ways / inline-size;
  }

  /* Side by side where there is room for two; below that they stay a list. */
  @container florin-ways (inline-size >= 300px) {
    .methods {
      display: flex;
      flex-wrap: wrap;
    }

    .methods > :is(.panel, .saved) {
      flex: 1 0 100%;
    }

    .methods > .method {
      position: relative;
      flex: 1 1 7rem;
      flex-direction: column;
      gap: 4px;
      justify-content: flex-start;
      padding: 8px 6px;
      border-block-end-width: calc(var(--_border-width) + 2px);
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      font-size: var(--_font-size-sm);
      text-align: center;
    }

    .methods > .method:has(:checked) {
      box-shadow: inset 0 2px 0 0 var(--_method-border-color-selected);
      font-weight: var(--_font-weight-bold);
    }

    .methods > .method:has(:focus-visible) {
      outline: var(--_focus-width) solid var(--_focus-color);
      outline-offset: var(--_focus-offset);
    }

    /* A tab is chosen by itself: the button of the group is there for the keyboard and for whoever listens. */
    .methods > .method input {
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }

    .methods > .method > bdi[part] {
      flex: none;
      max-inline-size: 100%;
      text-align: center;
    }

    .methods > .method > florin-brand-marks {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .method:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
