import { css } from 'lit';

/**
 * The design tokens. A page sets `--florin-*` on any ancestor; Florin only ever reads them. Each element gives them its
 * default under a private name, so that an element inside another one does not put the defaults back over the page's choice.
 *
 * Light or dark follows the page's `color-scheme`; the `theme` attribute of the nearest Florin element decides over it.
 */
export const tokens = css`
  :host {
    --_accent: var(--florin-accent, light-dark(#1f4fd8, #8fb0ff));
    --_on-accent: var(--florin-on-accent, light-dark(#fff, #0b1430));
    --_surface: var(--florin-surface, light-dark(#fff, #15171c));
    --_field: var(--florin-field, light-dark(#fff, #1d2027));
    --_text: var(--florin-text, light-dark(#16181d, #f1f2f5));
    --_muted: var(--florin-muted, light-dark(#5a6070, #a9afbd));
    --_border: var(--florin-border, light-dark(#868d9c, #7b8293));
    --_danger: var(--florin-danger, light-dark(#b3141f, #ff9a94));
    --_success: var(--florin-success, light-dark(#12703a, #7fd6a0));
    --_radius: var(--florin-radius, 8px);
    --_space: var(--florin-space, 16px);
    --_font: var(--florin-font, system-ui, sans-serif);
    --_font-size: var(--florin-font-size, 1rem);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
