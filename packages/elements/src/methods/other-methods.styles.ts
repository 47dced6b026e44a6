import { css } from 'lit';

/** For the tag's own root. */
export const otherMethodsStyles = css``;
