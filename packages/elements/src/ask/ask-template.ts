import { html, type TemplateResult } from 'lit';

interface AskWords {
  title: string;
  text: string;
  stay: string;
  stop: string;
}

interface AskHandlers {
  stay: () => void;
  stop: () => void;
}

/** Asked before something is stopped that may be under way. */
export function askTemplate(words: AskWords, { stay, stop }: AskHandlers): TemplateResult {
  return html`<div part="ask" class="ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
    <strong id="ask-title">${words.title}</strong>
    <p id="ask-text">${words.text}</p>
    <div part="actions" class="actions">
      <button part="button primary" type="button" class="primary" @click=${stay}>${words.stay}</button>
      <button part="button" type="button" @click=${stop}>${words.stop}</button>
    </div>
  </div>`;
}
