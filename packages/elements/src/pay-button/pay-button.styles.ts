import { css } from 'lit';

export const payButtonStyles = css`
  :host {
    display: block;
  }

  button {
    display: flex;
    gap: 0.6em;
    align-items: center;
    justify-content: center;
    inline-size: 100%;
    font-variant-numeric: tabular-nums;
  }
`;
