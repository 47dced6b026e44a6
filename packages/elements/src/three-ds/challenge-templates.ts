import type { Messages } from '@florin/locale';
import { html, type TemplateResult } from 'lit';
import { askTemplate } from '../ask/ask-template.js';

/** Asked before the challenge is stopped. */
export function stopTemplate(messages: Messages, handlers: { stay: () => void; stop: () => void }): TemplateResult {
  const title = messages['three_ds.cancel.title'];
  const text = messages['three_ds.cancel.text'];
  const stay = messages['three_ds.cancel.stay'];
  return askTemplate({ title, text, stay, stop: messages['three_ds.cancel.stop'] }, handlers);
}

/** In the place of the bank's page, once it was stopped and goes on all the same. */
export function waitsTemplate(messages: Messages, resume: () => void): TemplateResult {
  return html`<div part="body" class="view">
    <h2 part="heading" tabindex="-1">${messages['three_ds.waits.title']}</h2>
    <p part="text">${messages['three_ds.waits.text']}</p>
    <button part="button resume" type="button" @click=${resume}>${messages['three_ds.cancel.stay']}</button>
  </div>`;
}
