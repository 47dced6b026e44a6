import { css } from 'lit';

export const iframeStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_spacing-inline) var(--_spacing-block);
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
  }

  .frame {
    position: relative;
    inline-size: 100%;
    block-size: var(--_height);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_border-radius);
    overflow: hidden;
  }

  /* A page in a slit cannot be used: on a phone it gets most of the screen. */
  @media (max-width: 500px) {
    .frame {
      min-block-size: 75vh;
    }
  }

  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    background: #fff;
  }

  .preparing {
    position: absolute;
    inset: 0;
    display: flex;
    gap: 0.6em;
    align-items: center;
    justify-content: center;
    background-color: var(--_color-background);
  }

  .ask {
    display: grid;
    gap: var(--_spacing-inline);
    inline-size: 100%;
  }
`;
