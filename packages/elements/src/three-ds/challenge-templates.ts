import type { Messages } from '@florin/locale';
import { html, type TemplateResult } from 'lit';

/**
 * Asked before the challenge is stopped. Not the template that other views share: they come later, and a file for it alone
 * would be fetched before the customer can pay.
 */
export function stopTemplate(
  messages: Messages,
  { stay, stop }: { stay: () => void; stop: () => void },
): TemplateResult {
  return html`<div part="ask" class="ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
    <strong id="ask-title">${messages['three_ds.cancel.title']}</strong>
    <p id="ask-text">${messages['three_ds.cancel.text']}</p>
    <div part="actions" class="actions">
      <button part="button primary" type="button" class="primary" @click=${stay}>${messages['three_ds.cancel.stay']}</button>
      <button part="button" type="button" @click=${stop}>${messages['three_ds.cancel.stop']}</button>
    </div>
  </div>`;
}

/** In the place of the bank's page, once it was stopped and goes on all the same. */
export function waitsTemplate(messages: Messages, resume: () => void): TemplateResult {
  return html`<div part="body" class="view">
    <h2 part="heading" tabindex="-1">${messages['three_ds.waits.title']}</h2>
    <p part="text">${messages['three_ds.waits.text']}</p>
    <button part="button resume" type="button" @click=${resume}>${messages['three_ds.cancel.stay']}</button>
  </div>`;
}
