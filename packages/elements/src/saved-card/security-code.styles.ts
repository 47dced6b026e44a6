import { css } from 'lit';

/** What it has beside the styles of a card's fields: it stands alone, and is as wide as a code needs. */
export const securityCodeStyles = css`
  :host {
    container-type: normal;
  }

  .field {
    max-inline-size: 14rem;
  }

  .notes {
    inline-size: max-content;
    max-inline-size: 100cqi;
  }
`;
