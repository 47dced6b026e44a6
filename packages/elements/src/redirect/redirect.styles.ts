import { css } from 'lit';

export const redirectStyles = css`
  .where {
    display: flex;
    gap: 0.5em;
    align-items: center;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
`;
