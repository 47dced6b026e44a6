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
    border: var(--_border-width) solid var(--_method-border-color);
    border-radius: var(--_method-border-radius);
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
    box-shadow: none;
    border-inline-start-color: var(--_method-border-color-selected);
  }

  .plans .method + .method {
    border-block-start: var(--_border-width) solid var(--_color-divider);
  }

  .installments small {
    display: block;
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-normal);
  }

  .schedule {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }

  .schedule caption {
    padding-block-end: var(--_spacing-unit);
    font-weight: var(--_font-weight-bold);
    text-align: start;
  }

  .schedule :is(th, td) {
    padding-block: calc(var(--_spacing-unit) * 1.5);
    border-block-end: 1px solid var(--_color-divider);
    font-weight: var(--_font-weight-normal);
    text-align: start;
    vertical-align: baseline;
  }

  .schedule :is(th, td) + :is(th, td) {
    padding-inline-start: var(--_spacing-block);
    text-align: end;
  }

  .schedule thead th {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-xs);
  }

  .schedule tfoot :is(th, td) {
    border-block-end: 0;
    font-weight: var(--_font-weight-bold);
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
