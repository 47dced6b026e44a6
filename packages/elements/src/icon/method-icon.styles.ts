import { css } from 'lit';

export const methodIconStyles = css`
  :host {
    display: inline-block;
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    vertical-align: middle;
  }

  :host([hidden]) {
    display: none;
  }

  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* What points on, and lines of writing. */
  :host(:is([method='redirect'], [method='instructions']):dir(rtl)) svg {
    scale: -1 1;
  }
`;
