import { css } from 'lit';

/** What every view that stands in the place of the form shares: a heading, words, a row of actions. */
export const viewStyles = css`
  :host {
    display: block;
  }

  .view {
    display: grid;
    /* Names, codes and addresses may be longer than a phone is wide. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_spacing-block);
    justify-items: start;
    overflow-wrap: anywhere;
    animation: florin-appear var(--_motion-duration) var(--_motion-easing);
  }

  .centred {
    justify-items: center;
    text-align: center;
  }

  h2 {
    margin: 0;
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-bold);
    line-height: 1.3;
  }

  h2:focus-visible {
    outline-offset: 4px;
  }

  p {
    margin: 0;
    color: var(--_color-text-secondary);
  }

  a {
    color: var(--_color-primary);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_spacing-inline);
    inline-size: 100%;
  }

  .actions > * {
    max-inline-size: 100%;
  }

  .centred .actions {
    justify-content: center;
  }

  @keyframes florin-appear {
    from {
      opacity: 0;
    }
  }

  /* On paper words are dark. Where a page is dark all the same, or has its own colours, what they stand on is printed too. */
  @media print {
    :host {
      color-scheme: light;
      background: var(--_color-background);
      print-color-adjust: exact;
    }

    .actions {
      display: none;
    }
  }
`;
