import { css } from 'lit';

export const threeDSStyles = css`
  dialog {
    position: static;
    display: none;
    /* The width asked for is the frame's, inside the borders. */
    inline-size: calc(var(--_width, 100%) + 2 * var(--_border-width));
    max-inline-size: 100%;
    max-block-size: none;
    margin: 0 auto;
    padding: 0;
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_border-radius);
    background-color: var(--_color-background);
    color: inherit;
    box-shadow: var(--_shadow-overlay);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog:modal {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom);
    border: 0;
    border-radius: 0;
    box-shadow: none;
    /* At 400 % the bar alone fills the screen: what does not fit is scrolled to. */
    overflow: auto;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_spacing-inline) var(--_spacing-block);
    align-items: center;
    justify-content: space-between;
    padding: var(--_spacing-inline) var(--_spacing-block);
    border-block-end: 1px solid var(--_color-divider);
  }

  .bar h2 {
    font-size: var(--_font-size-base);
  }

  .bar button {
    flex: none;
    white-space: nowrap;
  }

  .frame {
    position: relative;
    flex: 1 1 var(--_height, 70vh);
    min-block-size: 250px;
  }

  iframe {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    background: #fff;
  }

  .preparing {
    position: absolute;
    /* The bank's frame comes after it, and is white before it has a page. */
    z-index: 1;
    inset: 0;
    display: flex;
    gap: 0.6em;
    /* Large words in a narrow column are scrolled to. */
    align-items: safe center;
    justify-content: center;
    overflow: auto;
    padding: var(--_spacing-block);
    background-color: var(--_color-background);
  }

  .ask {
    display: grid;
    gap: var(--_spacing-inline);
    padding: var(--_spacing-block);
    border-block-end: 1px solid var(--_color-divider);
  }
`;
