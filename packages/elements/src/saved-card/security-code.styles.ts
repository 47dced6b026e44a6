import { css } from 'lit';

/** What it has beside the styles of a card's fields: it is as wide as a code needs. */
export const securityCodeStyles = css`
  .control {
    max-inline-size: 14rem;
  }
`;
