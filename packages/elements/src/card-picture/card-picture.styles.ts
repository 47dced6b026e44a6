import { css } from 'lit';

export const cardPictureStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    perspective: 60em;
    /* A card is printed from left to right in every language. */
    direction: ltr;
  }

  :host([hidden]) {
    display: none;
  }

  .card {
    position: relative;
    aspect-ratio: 320 / 202;
    transform-style: preserve-3d;
    transition: transform calc(var(--_motion-duration) * 2) var(--_motion-easing);
  }

  .turned {
    transform: rotateY(180deg);
  }

  .face {
    position: absolute;
    inset: 0;
    backface-visibility: hidden;
  }

  .back {
    transform: rotateY(180deg);
  }

  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .paper {
    fill: var(--_color-selected);
    stroke: var(--_color-border);
    stroke-width: 2;
  }

  .chip,
  .line,
  .place,
  .code {
    fill: none;
    stroke: var(--_color-text-secondary);
    stroke-width: 1.6;
  }

  .line {
    stroke-width: 5;
    stroke-linecap: round;
    opacity: 0.5;
  }

  .stripe {
    fill: var(--_color-text-secondary);
  }

  .strip {
    fill: var(--_color-background);
  }

  .typed {
    fill: var(--_color-text);
    stroke: var(--_color-text);
  }

  .code {
    fill: var(--_color-background);
    stroke: none;
  }

  .wanted {
    stroke: var(--_color-primary);
    stroke-width: 3;
  }

  florin-brand-mark {
    position: absolute;
    inset-block-start: 8.5cqi;
    inset-inline-end: 7cqi;
    /* In proportion to the card, not to the words of the page. */
    font-size: 9cqi;
  }

  @media (prefers-reduced-motion: reduce) {
    .card {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .paper,
    .strip,
    .code {
      fill: Canvas;
      stroke: CanvasText;
    }

    .chip,
    .line,
    .place {
      stroke: CanvasText;
    }

    .typed,
    .stripe {
      fill: CanvasText;
    }

    .wanted {
      stroke: Highlight;
    }
  }
`;
