import { css } from 'lit';

/** The plans and their schedule, in the checkout's own root: they stand above a card that has its own. */
export const installmentsStyles = css`
  .installments {
    display: grid;
    gap: var(--_space);
    margin-block-end: var(--_space);
  }

  .plans {
    display: grid;
    gap: calc(var(--_space) / 2);
  }

  .plans .method {
    padding-block: 6px;
    line-height: 1.3;
  }

  .installments small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }

  .schedule {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }

  .schedule caption {
    padding-block-end: 4px;
    font-weight: 600;
    text-align: start;
  }

  .schedule :is(th, td) {
    padding-block: 6px;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  .schedule :is(th, td) + :is(th, td) {
    padding-inline-start: var(--_space);
    text-align: end;
  }

  .schedule thead th {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .schedule tfoot :is(th, td) {
    border-block-end: 0;
    font-weight: 600;
  }

  .credit {
    display: grid;
    gap: 0.25em;
    margin: 0;
  }
`;
