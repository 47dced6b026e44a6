import { css } from 'lit';

/** There, not left out: in a frame without a box some issuers' scripts measure nothing. */
export const threeDSMethodStyles = css`
  :host {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    visibility: hidden;
  }
`;
