import type { Messages } from '@florin/locale';
import { html, type TemplateResult } from 'lit';

interface AskHandlers {
  stay: () => void;
  stop: () => void;
}

/** Asked before the challenge is stopped. */
export function askTemplate(messages: Messages, { stay, stop }: AskHandlers): TemplateResult {
  return html`<div class="ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
    <strong id="ask-title">${messages['three_ds.cancel.title']}</strong>
    <p id="ask-text">${messages['three_ds.cancel.text']}</p>
    <div class="actions">
      <button type="button" class="primary" @click=${stay}>${messages['three_ds.cancel.stay']}</button>
      <button type="button" @click=${stop}>${messages['three_ds.cancel.stop']}</button>
    </div>
  </div>`;
}

/** In the place of the bank's page, once it was stopped and goes on all the same. */
export function waitsTemplate(messages: Messages, resume: () => void): TemplateResult {
  return html`<div class="view">
    <h2 part="heading" tabindex="-1">${messages['three_ds.waits.title']}</h2>
    <p part="text">${messages['three_ds.waits.text']}</p>
    <button part="resume" type="button" @click=${resume}>${messages['three_ds.cancel.stay']}</button>
  </div>`;
}
