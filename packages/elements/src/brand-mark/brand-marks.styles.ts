import { css } from 'lit';

export const brandMarksStyles = css`
  /* What has no room is in a second line, out of sight: whoever looks sees some of them, whole. */
  :host {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    gap: 0.25em;
    justify-content: end;
    min-inline-size: 0;
    block-size: 1.375em;
    overflow: clip;
  }

  span {
    color: var(--_color-text-secondary);
    font-size: var(--_font-size-xs);
    line-height: 1.6875;
  }
`;
