import { brandName } from '@florin/core/card';
import type { Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { renderMethodIcon } from '../icon/method-icon-template.js';
import type { Installments } from '../installments/installments.js';
import { needDrawing } from '../loading/drawings.js';
import { slotOf } from '../methods/icon-slot.js';
import { isOther } from '../methods/other-method.js';
import type { OtherMethods } from '../methods/other-methods.js';
import type { SavedCards } from '../saved-card/saved-cards.js';
import type { CardMethod } from './card-properties.js';
import type { FormContext } from './form-template.js';
import { mayBeChosen, type DrawableMethod } from './method-list.js';

export { waysStyles as partStyles } from './ways.styles.js';

type Inherited = 'messages' | 'locale' | 'methods' | 'chosen' | 'isBusy' | 'amount' | 'labels' | 'inputs';

export interface RowsContext extends Pick<FormContext, Inherited> {
  /** Draws the saved cards; there are none where there is none. */
  saved: SavedCards | null;
  /** Draws the plans of a payment in parts, likewise. */
  installments: Installments | null;
  /** Draws what is no card, likewise. */
  others: OtherMethods | null;
  /** The intent has been read, and there is no way to pay it here. */
  isEmpty: boolean;
  /** The chosen method is shown alone. */
  isSingle: boolean;
  /** The others are shown too. */
  isOpen: boolean;
  choose: (key: string) => void;
  toggle: () => void;
}

/** What stands around the card where there is more than one: the rows of the ways to pay, and what is asked for with them. */
export class MethodRows {
  constructor(private readonly context: RowsContext) {}

  /** One saved card alone has its row too: which card it is must be seen. So has what is no card. */
  get isChoice(): boolean {
    const { methods } = this.context;
    return methods.length > 1 || methods[0]?.type === 'saved_card' || methods.some(isOther);
  }

  get isOpen(): boolean {
    return this.context.isOpen;
  }

  get name(): string | undefined {
    return this.isChoice ? this.context.messages?.['methods.title'] : undefined;
  }

  renderBefore(): unknown {
    const { messages, locale, isBusy, others, isEmpty } = this.context;
    if (!messages) return nothing;
    const country = others?.renderCountry(messages, locale, isBusy) ?? nothing;
    return [country, isEmpty ? html`<p>${messages['methods.none']}</p>` : nothing];
  }

  /** The row of what is no card that is typed in. */
  render(method: Exclude<DrawableMethod, CardMethod>, index: number): unknown {
    const { messages, locale, isBusy, saved, others } = this.context;
    if (!messages) return nothing;
    // Fields that are one box have their labels inside; what stands alone goes with them.
    const labels = this.context.inputs === 'joined' ? 'floating' : this.context.labels;
    const isChosen = this.isChosen(method);
    const row = { messages, locale, labels, isChosen, isBusy, choose: () => this.context.choose(method.key) };
    return method.type === 'saved_card' ? saved?.render(method, index, row) : others?.render(method, row);
  }

  /** The row of a card that is typed in, where there is a choice. */
  renderRadio(method: CardMethod): unknown {
    if (!this.isChoice) return nothing;
    const { messages, isBusy, choose } = this.context;
    const isChosen = this.isChosen(method);
    return html`<label class="method" part="method ${isChosen ? 'method-selected' : ''}">
      <input
        part="radio"
        type="radio"
        name="method"
        aria-describedby=${method.brands?.length ? `brands-${method.key}` : nothing}
        .checked=${isChosen}
        ?disabled=${isBusy}
        @change=${() => choose(method.key)}
      />
      <slot name=${slotOf(method)}>${renderMethodIcon(method.type)}</slot>
      <span part="method-name">${nameOf(method, messages)}</span>
      ${renderAcceptedBrands(method)}
    </label>`;
  }

  renderPlans(option: CardMethod): unknown {
    const { messages, locale, amount, isBusy, installments } = this.context;
    if (option.type !== 'installments' || !messages || !amount) return nothing;
    const name = this.isChoice ? null : nameOf(option, messages);
    return installments?.render(option, { messages, locale, amount, isBusy, name });
  }

  /** Opens the other ways to pay, where the chosen one is shown alone. */
  renderMore(): TemplateResult | typeof nothing {
    const { messages, methods, isSingle, isOpen, isBusy, toggle } = this.context;
    if (!messages || !isSingle || methods.filter(mayBeChosen).length < 2) return nothing;
    return html`<button
      type="button"
      class="more"
      part="button more"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="methods"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${isBusy ? nothing : toggle}
    >
      ${messages['methods.more']}
    </button>`;
  }

  private isChosen({ key }: DrawableMethod): boolean {
    return key === this.context.chosen;
  }
}

export function createPart(): (context: RowsContext) => MethodRows {
  return (context) => new MethodRows(context);
}

/** Beside the name of the method: seen where there is room, and read after it. */
function renderAcceptedBrands({ key, brands = [] }: CardMethod): unknown {
  if (brands.length === 0) return nothing;
  needDrawing('brand-mark');
  return html`<florin-brand-marks part="brand-marks" aria-hidden="true" .brands=${brands}></florin-brand-marks>
    <span id="brands-${key}" hidden>${brands.map(brandName).join(', ')}</span>`;
}

/** The merchant's name for it. Of a loan it is the lender's: what it is has to be said too. */
function nameOf({ type, label }: CardMethod, messages: Messages | null): string {
  const words = messages?.[`methods.${type}`] ?? '';
  return type === 'installments' && label ? `${words} · ${label}` : (label ?? words);
}
