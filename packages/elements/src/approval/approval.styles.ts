import { css } from 'lit';

export const approvalStyles = css`
  .dial a {
    display: inline-block;
    padding-block: 0.35em;
  }

  .dial .value {
    font-size: 1.4em;
  }
`;
