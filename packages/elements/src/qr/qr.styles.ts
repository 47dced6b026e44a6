import { css } from 'lit';

export const qrStyles = css`
  /* Dark on light in dark mode too: many scanners cannot read the inverse. */
  .code {
    inline-size: min(100%, 16rem);
    block-size: auto;
    aspect-ratio: 1;
    border-radius: var(--_radius);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }

  .waiting {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }

  .countdown {
    font-variant-numeric: tabular-nums;
  }

  .copy-code {
    overflow-wrap: anywhere;
    font-family: ui-monospace, monospace;
  }

  .button {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding: 0.5em 1.1em;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-decoration: none;
  }
`;
