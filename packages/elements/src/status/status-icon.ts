import { html, svg, type TemplateResult } from 'lit';
import type { Sign } from './outcome.js';

const strokes = {
  success: svg`<path d="M14 25l7 7 14-16" />`,
  failure: svg`<path d="M16 16l16 16M32 16L16 32" />`,
  warning: svg`<path d="M24 13v14M24 33v1" />`,
};

/** A sign for the eye; the words beside it say the same, so that neither colour nor shape is the only one. */
export function statusIcon(sign: Sign): TemplateResult {
  if (sign === 'waiting') return html`<span part="icon" class="spinner large" aria-hidden="true"></span>`;
  return html`<svg part="icon" class="icon" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="22" />
    ${strokes[sign]}
  </svg>`;
}
