import { css } from 'lit';

/** The plans and their schedule, in the checkout's own root: they stand above a card that has its own. */
export const installmentsStyles = css`
  .installments {
    display: grid;
    gap: var(--_spacing-block);
    margin-block-end: var(--_spacing-block);
  }

  /* One box, unlike the ways to pay that stand around it. */
  .plans {
    border: 1px solid var(--_color-border);
    border-radius: var(--_border-radius);
    overflow: clip;
  }

  .plans .method {
    border: 0;
    border-inline-start: 4px solid transparent;
    border-radius: 0;
    padding-inline-start: calc(var(--_spacing-block) - 4px);
    box-shadow: none;
  }

  .plans .method:has(:checked) {
    border-inline-start-color: var(--_color-primary);
  }

  .plans .method + .method {
    border-block-start: 1px solid var(--_color-border);
  }

  .installments small {
    display: block;
    color: var(--_color-text-secondary);
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
    border-block-end: 1px solid var(--_color-border);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  .schedule :is(th, td) + :is(th, td) {
    padding-inline-start: var(--_spacing-block);
    text-align: end;
  }

  .schedule thead th {
    color: var(--_color-text-secondary);
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

  /* Forced, "transparent" is a colour that is seen: every plan would look like the chosen one. */
  @media (forced-colors: active) {
    .plans .method:not(:has(:checked)) {
      border-inline-start-color: Canvas;
    }
  }
`;
