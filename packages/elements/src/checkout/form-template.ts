import type { Address, Amount, CardLookup } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cardParts } from '../card/parts.js';
import { payButtonParts } from '../pay-button/parts.js';
import { assign, cardProperties, takesCard, type CardMethod } from './card-properties.js';
import type { DrawableMethod } from './method-list.js';
import type { MethodRows } from './method-rows.js';

export interface FormContext {
  messages: Messages | null;
  locale: string;
  methods: readonly DrawableMethod[];
  /** Key of the chosen method. */
  chosen: string | undefined;
  isHidden: boolean;
  /** Something that the customer decided is under way. */
  isBusy: boolean;
  mayPay: boolean;
  amount: Amount | null;
  /** The words about what came of the last try. */
  notice: unknown;
  lookUp: ((digits: string, signal?: AbortSignal) => Promise<CardLookup | null>) | null;
  shipping: Address | null;
  /** `split`, or one field. */
  expiry: string;
  /** Where the labels stand. */
  labels: string;
  /** `joined`, or apart. */
  inputs: string;
  /** A drawn card above the fields. */
  cardPicture: boolean;
  /** Draws what is around the card, once the intent has been read. */
  rows: MethodRows | null;
  /** What the pay button says in place of the amount; empty while that is not known. */
  payWords: string | null;
  /** Tags of the parts that the page has placed. */
  placed: ReadonlySet<string>;
}

export interface FormHandlers {
  submit: (event: Event) => void;
  change: () => void;
  use: () => void;
}

/** The ways to pay are drawn by the checkout, as long as the page has placed nothing that stands for them. */
export function drawsWays({ placed, methods }: Pick<FormContext, 'methods' | 'placed'>): boolean {
  return !placed.has('florin-methods') && !(placed.has('florin-card') && methods.some(({ type }) => type === 'card'));
}

/** The ways to pay with the pay button. Hidden, it stays in the page: everything typed is there when it comes back. */
export function renderForm(context: FormContext, { submit, change, use }: FormHandlers): TemplateResult {
  const { placed } = context;
  return html`
    <div
      class="form"
      part="form"
      ?hidden=${context.isHidden}
      @florin-pay=${submit}
      @florin-card-submit=${submit}
      @florin-change=${change}
      @focusin=${use}
    >
      ${placed.has('florin-messages') ? nothing : context.notice}
      ${drawsWays(context) ? renderWays(context) : nothing}
      <slot name="before-pay"></slot>
      ${
        placed.has('florin-pay-button')
          ? nothing
          : html`<florin-pay-button
            exportparts=${payButtonParts}
            .amount=${context.amount}
            .words=${context.payWords}
            .messages=${context.messages}
            .locale=${context.locale}
            .busy=${context.isBusy}
            .disabled=${!context.mayPay}
          ></florin-pay-button>`
      }
      <slot name="after-pay"></slot>
    </div>
  `;
}

export function renderWays(context: FormContext): TemplateResult {
  const { rows, methods } = context;
  return html`${rows?.renderBefore()}
    <div
      class="methods ${rows?.isOpen ? 'open' : ''}"
      id="methods"
      role=${rows?.isChoice ? 'radiogroup' : 'none'}
      aria-label=${rows?.name ?? nothing}
    >
      ${repeat(
        methods,
        ({ key }) => key,
        (method, index) => (takesCard(method) ? renderCard(method, context) : rows?.render(method, index)),
      )}
    </div>
    ${rows?.renderMore()}`;
}

function renderCard(option: CardMethod, context: FormContext): TemplateResult {
  const { rows, placed } = context;
  const card = html`<florin-card
    part="card"
    exportparts=${cardParts}
    ${assign(cardProperties(option, context))}
  ></florin-card>`;
  return html`${rows?.renderRadio(option)}<div class="panel" part="panel" ?hidden=${option.key !== context.chosen}>${rows?.renderPlans(option)}${placed.has('florin-card') ? nothing : card}</div>`;
}
