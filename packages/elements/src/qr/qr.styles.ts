import { css } from 'lit';

export const qrStyles = css`
  .code {
    inline-size: min(100%, 16rem);
    block-size: auto;
    aspect-ratio: 1;
    border-radius: var(--_border-radius);
  }

  /* Dark on light in dark mode too: many scanners cannot read the inverse. */
  svg.code,
  img.code {
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }

  /* Nobody knows whether a picture brings quiet of its own. */
  img.code {
    padding: 1rem;
    image-rendering: pixelated;
  }

  /* What is up has the room of the code that it was: nothing moves. */
  .up {
    display: grid;
    place-items: center;
    padding: var(--_spacing-block);
    border: var(--_border-width) dashed var(--_color-border);
  }

  /* Nobody can scan the screen that they hold. */
  .elsewhere {
    display: none;
  }

  @media (hover: none) and (pointer: coarse) {
    .elsewhere {
      display: inline;
    }
  }

  /* A code may be as long as a page. */
  .value {
    max-block-size: 12em;
    overflow: hidden;
  }

  .copyable {
    justify-content: center;
  }
`;
