import { html, type TemplateResult } from 'lit';
import { needDrawing } from '../loading/drawings.js';

/** Beside the name of a way to pay that brings no logo. */
export function renderMethodIcon(type: string): TemplateResult {
  needDrawing('method-icon');
  return html`<florin-method-icon part="icon" method=${type} aria-hidden="true"></florin-method-icon>`;
}
