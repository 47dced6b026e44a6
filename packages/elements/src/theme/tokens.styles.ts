// Made by `npm run docs` from packages/elements/src/theme/tokens.json: change it there.
import { css } from 'lit';

/**
 * The design tokens. A page sets `--florin-*` on any ancestor; Florin only ever reads them. Each element gives them its
 * default under a private name, so that an element inside another one does not put the defaults back over the page's choice.
 * What a look says is inherited by the elements inside: `--_look-*`.
 *
 * Light or dark follows the page's `color-scheme`; the `theme` attribute of the nearest Florin element decides over it.
 * Whatever the tokens say, nothing that a finger presses is smaller than `--_target`, and nothing moves where less motion is wanted.
 */
export const tokens = css`
  :host {
    --_target: 0px;
    --_color-primary: var(--florin-color-primary, light-dark(#1f4fd8, #8fb0ff));
    --_color-background: var(--florin-color-background, light-dark(#fff, #15171c));
    --_color-text: var(--florin-color-text, light-dark(#16181d, #f1f2f5));
    --_color-danger: var(--florin-color-danger, light-dark(#b3141f, #ff9a94));
    --_color-success: var(--florin-color-success, light-dark(#12703a, #7fd6a0));
    --_color-warning: var(--florin-color-warning, light-dark(#8a5200, #f2b866));
    --_color-on-primary: var(--florin-color-on-primary, color(from var(--_color-primary) xyz calc(0.9505 * clamp(0, (0.179 - y) * 9999, 1)) clamp(0, (0.179 - y) * 9999, 1) calc(1.089 * clamp(0, (0.179 - y) * 9999, 1))));
    --_color-primary-hover: var(--florin-color-primary-hover, color-mix(in oklab, var(--_color-primary), var(--_color-text) 12%));
    --_color-text-secondary: var(--florin-color-text-secondary, color-mix(in oklab, var(--_color-text), var(--_color-background) 32%));
    --_color-text-placeholder: var(--florin-color-text-placeholder, color-mix(in oklab, var(--_color-text), var(--_color-background) 38%));
    --_color-border: var(--florin-color-border, color-mix(in oklab, var(--_color-text), var(--_color-background) 48%));
    --_color-divider: var(--florin-color-divider, color-mix(in oklab, var(--_color-background), var(--_color-text) 14%));
    --_color-selected: var(--florin-color-selected, color-mix(in oklab, var(--_color-background), var(--_color-primary) 6%));
    --_color-danger-background: var(--florin-color-danger-background, color-mix(in oklab, var(--_color-background), var(--_color-danger) 6%));
    --_font-family: var(--florin-font-family, system-ui, sans-serif);
    --_font-size-base: var(--florin-font-size-base, var(--_look-font-size-base, 1rem));
    --_font-size-xl: var(--florin-font-size-xl, calc(var(--_font-size-base) * 1.25));
    --_font-size-sm: var(--florin-font-size-sm, calc(var(--_font-size-base) * 0.9375));
    --_font-size-xs: var(--florin-font-size-xs, calc(var(--_font-size-base) * 0.8125));
    --_font-weight-normal: var(--florin-font-weight-normal, 400);
    --_font-weight-medium: var(--florin-font-weight-medium, 500);
    --_font-weight-bold: var(--florin-font-weight-bold, 600);
    --_font-line-height: var(--florin-font-line-height, 1.5);
    --_spacing-unit: var(--florin-spacing-unit, var(--_look-spacing-unit, 4px));
    --_spacing-block: var(--florin-spacing-block, calc(var(--_spacing-unit) * 4));
    --_spacing-inline: var(--florin-spacing-inline, calc(var(--_spacing-unit) * 2));
    --_grid-row-spacing: var(--florin-grid-row-spacing, calc(var(--_spacing-unit) * 2));
    --_grid-column-spacing: var(--florin-grid-column-spacing, calc(var(--_spacing-unit) * 4));
    --_border-width: var(--florin-border-width, var(--_look-border-width, 1px));
    --_border-radius: var(--florin-border-radius, var(--_look-border-radius, 8px));
    --_border-radius-small: var(--florin-border-radius-small, calc(var(--_border-radius) * 0.5));
    --_shadow-field: var(--florin-shadow-field, none);
    --_shadow-button: var(--florin-shadow-button, var(--_look-shadow-button, none));
    --_shadow-method: var(--florin-shadow-method, var(--_look-shadow-method, none));
    --_shadow-overlay: var(--florin-shadow-overlay, 0 8px 40px 0 rgb(0 0 0 / 25%));
    --_motion-duration: var(--florin-motion-duration, 150ms);
    --_motion-easing: var(--florin-motion-easing, cubic-bezier(0.2, 0, 0, 1));
    --_focus-color: var(--florin-focus-color, var(--_color-primary));
    --_focus-width: var(--florin-focus-width, 3px);
    --_focus-offset: var(--florin-focus-offset, 2px);
    --_field-height: var(--florin-field-height, var(--_look-field-height, 46px));
    --_field-padding: var(--florin-field-padding, calc(var(--_spacing-unit) * 3));
    --_field-background: var(--florin-field-background, var(--_look-field-background, var(--_color-background)));
    --_field-text: var(--florin-field-text, var(--_color-text));
    --_field-border-color: var(--florin-field-border-color, var(--_color-border));
    --_field-border-width: var(--florin-field-border-width, var(--_border-width));
    --_field-border-radius: var(--florin-field-border-radius, var(--_border-radius));
    --_button-height: var(--florin-button-height, var(--_look-button-height, 48px));
    --_button-background: var(--florin-button-background, var(--_look-button-background, var(--_color-primary)));
    --_button-background-hover: var(--florin-button-background-hover, var(--_look-button-background-hover, var(--_color-primary-hover)));
    --_button-text: var(--florin-button-text, var(--_look-button-text, var(--_color-on-primary)));
    --_button-border-color: var(--florin-button-border-color, var(--_look-button-border-color, var(--_button-background)));
    --_button-border-radius: var(--florin-button-border-radius, var(--_look-button-border-radius, var(--_border-radius)));
    --_button-font-weight: var(--florin-button-font-weight, var(--_font-weight-bold));
    --_method-height: var(--florin-method-height, var(--_look-method-height, 48px));
    --_method-background: var(--florin-method-background, var(--_color-background));
    --_method-background-selected: var(--florin-method-background-selected, var(--_color-selected));
    --_method-border-color: var(--florin-method-border-color, var(--_color-border));
    --_method-border-color-selected: var(--florin-method-border-color-selected, var(--_color-primary));
    --_method-border-radius: var(--florin-method-border-radius, var(--_border-radius));
  }
  :host([look='dense']) {
    --_look-font-size-base: 0.9375rem;
    --_look-spacing-unit: 3px;
    --_look-border-radius: 5px;
    --_look-field-height: 38px;
    --_look-button-height: 42px;
    --_look-method-height: 40px;
  }
  :host([look='soft']) {
    --_look-spacing-unit: 4.5px;
    --_look-border-radius: 14px;
    --_look-shadow-button: 0 2px 8px 0 rgb(0 0 0 / 16%);
    --_look-shadow-method: 0 1px 4px 0 rgb(0 0 0 / 10%);
    --_look-field-background: color-mix(in oklab, var(--_color-background), var(--_color-text) 5%);
    --_look-button-border-radius: 999px;
  }
  :host([look='outlined']) {
    --_look-border-width: 2px;
    --_look-border-radius: 4px;
    --_look-button-background: var(--_color-background);
    --_look-button-background-hover: var(--_color-selected);
    --_look-button-text: var(--_color-primary);
    --_look-button-border-color: var(--_color-primary);
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
  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-duration: 0s;
    }
  }
`;
