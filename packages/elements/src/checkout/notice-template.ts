import { html, nothing } from 'lit';
import type { Notice } from './notice.js';

/** The words about the last failure. They can take the focus, and are said by the checkout's live region. */
export function renderNotice(notice: Notice | null): unknown {
  return notice
    ? html`<div class=${notice.isWanted ? 'failure wanted' : 'failure'} part="failure" tabindex="-1">
        <strong part="failure-title">${notice.title}</strong>
        <span>${notice.text}</span>
      </div>`
    : nothing;
}
