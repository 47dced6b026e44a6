import { css } from 'lit';

export const brandMarkStyles = css`
  :host {
    display: inline-block;
    flex: none;
    /* It grows with the words around it. */
    block-size: 1.375em;
    vertical-align: middle;
  }

  :host([hidden]) {
    display: none;
  }

  svg {
    display: block;
    inline-size: auto;
    block-size: 100%;
    margin-inline: auto;
    overflow: visible;
  }

  rect {
    fill: var(--_color-background);
    stroke: var(--_color-border);
  }

  text {
    fill: var(--_color-text);
    font-family: var(--_font-family);
    font-weight: 700;
    text-anchor: middle;
    /* The letters of a name stay in their order, whatever the page's direction. */
    direction: ltr;
  }

  /* What is drawn keeps its own colours unless it is told. */
  @media (forced-colors: active) {
    rect {
      fill: Canvas;
      stroke: CanvasText;
    }

    text {
      fill: CanvasText;
    }
  }
`;
