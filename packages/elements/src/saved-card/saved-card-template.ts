import { format, type Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { needDrawing } from '../loading/drawings.js';
import type { SavedCardMethod } from './saved-card-method.js';
import { securityCodeParts } from './parts.js';
import { monthOf, spokenName, writtenName } from './saved-card-words.js';

export interface SavedCardContext {
  messages: Messages;
  locale: string;
  /** Where the label of a field stands. */
  labels: string;
  isChosen: boolean;
  /** A payment is being made. */
  isBusy: boolean;
  choose: () => void;
}

interface Row extends SavedCardContext {
  /** The card is being removed or brought back. */
  isChanging: boolean;
  /** That came to nothing. */
  hasFailed: boolean;
  /** Removes the card, or brings it back. */
  change: () => void;
}

/** The row of a saved card, and below it what is asked for when it is chosen. */
export function renderSavedCard(method: SavedCardMethod, row: Row): TemplateResult {
  const { card, isExpired } = method;
  const { messages, isChosen, isBusy } = row;
  const when = isExpired ? 'expired' : 'expires';
  const spoken = spokenName(card, messages);
  const date = monthOf(card, row.locale);
  needDrawing('brand-mark');
  return html`
    <div class="saved" part="saved-card" data-key=${method.key}>
      <label class="method ${isExpired ? 'expired' : ''}" part="method ${isChosen ? 'method-selected' : ''}">
        <input
          part="radio"
          type="radio"
          name="method"
          .checked=${isChosen}
          ?disabled=${isBusy || isExpired}
          @change=${row.choose}
        />
        <florin-brand-mark part="brand-mark" brand=${card.brand} aria-hidden="true"></florin-brand-mark>
        <span class="unseen">${format(messages[`saved_card.${when}`], { card: spoken, date })}</span>
        <span class="name" aria-hidden="true">
          <bdi part="card-name">${writtenName(card)}</bdi>
          <small part="hint">${format(messages[`saved_card.${when}_short`], { date })}</small>
        </span>
      </label>
      ${
        method.removable
          ? html`<button
            type="button"
            part="button remove"
            aria-label=${format(messages['saved_card.remove_named'], { card: spoken })}
            aria-disabled=${isBusy || row.isChanging ? 'true' : 'false'}
            @click=${isBusy ? nothing : row.change}
          >
            ${messages['saved_card.remove']}
          </button>`
          : nothing
      }
      ${renderFailure(row, 'saved_card.remove_failed', spoken)}
    </div>
    <div class="panel" part="panel" ?hidden=${!isChosen}>
      ${
        card.cvc === 'hidden'
          ? nothing
          : html`<florin-security-code
            part="security-code"
            exportparts=${securityCodeParts}
            .messages=${messages}
            .locale=${row.locale}
            .brand=${card.brand}
            .need=${card.cvc ?? 'required'}
            .labels=${row.labels}
            .disabled=${isBusy}
          ></florin-security-code>`
      }
    </div>
  `;
}

/** What stands where a card was removed. It stays until the customer pays or leaves. */
export function renderRemoved({ card, key }: SavedCardMethod, row: Row): TemplateResult {
  const { messages, isBusy } = row;
  const spoken = spokenName(card, messages);
  return html`<div class="saved removed" part="saved-card" data-key=${key}>
    <span>${format(messages['saved_card.removed'], { card: spoken })}</span>
    <button
      type="button"
      part="button undo"
      aria-label=${format(messages['saved_card.undo_named'], { card: spoken })}
      aria-disabled=${isBusy || row.isChanging ? 'true' : 'false'}
      @click=${isBusy ? nothing : row.change}
    >
      ${messages['saved_card.undo']}
    </button>
    ${renderFailure(row, 'saved_card.restore_failed', spoken)}
  </div>`;
}

function renderFailure(
  { messages, hasFailed }: Row,
  key: 'saved_card.remove_failed' | 'saved_card.restore_failed',
  card: string,
): TemplateResult | typeof nothing {
  return hasFailed ? html`<p part="error" class="change-failed">${format(messages[key], { card })}</p>` : nothing;
}
