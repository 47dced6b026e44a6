import type { Brand } from '@florin/core/card';
import { format } from '@florin/locale';
import type { Messages } from '@florin/locale';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CardField } from './card-field.js';

export interface FieldView {
  /** Null while the words have not come yet: their room is kept. */
  words: Messages | null;
  brand: Brand | undefined;
  /** How much the name on the card is needed. */
  holder: string;
  error: string | undefined;
  disabled: boolean;
}

const tokenOf: Record<CardField, AutoFill> = {
  number: 'cc-number',
  expiry: 'cc-exp',
  cvc: 'cc-csc',
  holder: 'cc-name',
};

function hintOf(field: CardField, { words, brand }: FieldView): string | undefined {
  if (!words || field === 'number' || field === 'holder') return undefined;
  if (field === 'expiry') return words['card.expiry.hint'];
  return format(words[`card.cvc.hint.${brand?.cvc.side ?? 'unknown'}`], { count: brand?.cvc.length ?? '' });
}

/** One field: label, input, hint and error, tied together by ids that hold inside the card's one shadow root. */
export function fieldTemplate(field: CardField, view: FieldView): TemplateResult {
  const { words, brand, holder, error, disabled } = view;
  const digits = field !== 'holder';
  const optional = !digits && holder === 'optional';
  const last = field === (holder === 'hidden' ? 'cvc' : 'holder');
  return html`<div part="field field-${field}" class="field ${field}">
    <label part="label" for=${field}>${words?.[`card.${field}.label`]}${optional && words ? html` <span>(${words['card.optional']})</span>` : nothing}</label>
    <div part="control" class="control">
      <input
        part="input"
        id=${field}
        name=${tokenOf[field]}
        type="text"
        autocomplete=${tokenOf[field]}
        inputmode=${digits ? 'numeric' : 'text'}
        dir=${digits ? 'ltr' : nothing}
        autocapitalize=${digits ? 'off' : 'words'}
        autocorrect="off"
        spellcheck="false"
        enterkeyhint=${last ? 'done' : 'next'}
        aria-describedby="${field}-brand ${field}-hint ${field}-error"
        aria-invalid=${error ? 'true' : 'false'}
        ?required=${!optional}
        ?disabled=${disabled}
      />
      <span part="brand" class="brand" id="${field}-brand">${field === 'number' ? brand?.name : nothing}</span>
    </div>
    <div class="notes">
      <p part="hint" class="hint" id="${field}-hint" ?hidden=${Boolean(error)}>${hintOf(field, view)}</p>
      <p part="error" class="error" id="${field}-error">${error}</p>
    </div>
  </div>`;
}
