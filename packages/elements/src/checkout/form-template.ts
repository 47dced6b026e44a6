import type { Address, Amount, CardLookup, CardOption } from '@florin/contract';
import { brandName } from '@florin/core/card';
import type { Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Installments } from '../installments/installments.js';
import type { InstallmentsMethod } from '../installments/installments-method.js';
import { renderMethodIcon } from '../icon/method-icon-template.js';
import { isOther } from '../methods/other-method.js';
import { needDrawing } from '../loading/drawings.js';
import type { OtherMethods } from '../methods/other-methods.js';
import type { SavedCards } from '../saved-card/saved-cards.js';
import type { DrawableMethod } from './method-list.js';
import type { Notice } from './notice.js';

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
  /** The intent has been read, and there is no way to pay it here. */
  isEmpty: boolean;
  amount: Amount | null;
  /** What came of the last try. */
  notice: Notice | null;
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
  /** Draws the saved cards; there are none where there is none. */
  saved: SavedCards | null;
  /** Draws the plans of a payment in parts, likewise. */
  installments: Installments | null;
  /** Draws what is no card, likewise. */
  others: OtherMethods | null;
  /** What the pay button says in place of the amount; empty while that is not known. */
  payWords: string | null;
}

interface FormHandlers {
  submit: () => void;
  change: () => void;
  use: () => void;
  choose: (key: string) => void;
}

const none: readonly string[] = [];

/** The ways to pay with the pay button. Hidden, it stays in the page: everything typed is there when it comes back. */
export function renderForm(context: FormContext, handlers: FormHandlers): TemplateResult {
  const { messages, methods, notice } = context;
  // One saved card alone has its row too: which card it is must be seen. So has what is no card.
  const isChoice = methods.length > 1 || methods[0]?.type === 'saved_card' || methods.some(isOther);
  return html`
    <div
      class="form"
      part="form"
      ?hidden=${context.isHidden}
      @florin-pay=${handlers.submit}
      @florin-card-submit=${handlers.submit}
      @florin-change=${handlers.change}
      @focusin=${handlers.use}
    >
      ${
        notice
          ? html`<div class="failure" part="failure" tabindex="-1">
            <strong>${notice.title}</strong>
            <span>${notice.text}</span>
          </div>`
          : nothing
      }
      ${messages && context.others?.renderCountry(messages, context.locale, context.isBusy)}
      ${context.isEmpty ? html`<p>${messages?.['methods.none']}</p>` : nothing}
      <div
        class="methods"
        role=${isChoice ? 'radiogroup' : 'none'}
        aria-label=${(isChoice && messages?.['methods.title']) || nothing}
      >
        ${repeat(
          methods,
          ({ key }) => key,
          (method, index) => renderMethod(method, index, isChoice, context, handlers),
        )}
      </div>
      <florin-pay-button
        exportparts="button: pay-button"
        .amount=${context.amount}
        .words=${context.payWords}
        .messages=${messages}
        .locale=${context.locale}
        .busy=${context.isBusy}
        .disabled=${!context.mayPay}
      ></florin-pay-button>
    </div>
  `;
}

function renderMethod(
  method: DrawableMethod,
  index: number,
  isChoice: boolean,
  context: FormContext,
  { choose }: FormHandlers,
): unknown {
  const { messages, locale, isBusy } = context;
  const isChosen = method.key === context.chosen;
  const handleChoice = () => choose(method.key);
  if (method.type === 'saved_card')
    return (
      messages && context.saved?.render(method, index, { messages, locale, isChosen, isBusy, choose: handleChoice })
    );
  if (isOther(method))
    return messages && context.others?.render(method, { messages, locale, isChosen, isBusy, choose: handleChoice });
  const radio = isChoice
    ? html`<label class="method" part="method">
      <input
        type="radio"
        name="method"
        aria-describedby=${method.brands?.length ? `brands-${method.key}` : nothing}
        .checked=${isChosen}
        ?disabled=${isBusy}
        @change=${handleChoice}
      />
      ${renderMethodIcon(method.type)}
      <span>${nameOf(method, messages)}</span>
      ${renderAcceptedBrands(method)}
    </label>`
    : nothing;
  return renderCard(method, radio, isChosen, context, isChoice);
}

/** Beside the name of the method: seen where there is room, and read after it. */
function renderAcceptedBrands({ key, brands = [] }: CardMethod): unknown {
  if (brands.length === 0) return nothing;
  needDrawing('brand-mark');
  const names = brands.map(brandName).join(', ');
  return html`<florin-brand-marks
    part="brand-marks"
    id="brands-${key}"
    aria-hidden="true"
    aria-label=${names}
    .brands=${brands}
  ></florin-brand-marks>`;
}

/** The merchant's name for it. Of a loan it is the lender's: what it is has to be said too. */
function nameOf({ type, label }: CardMethod, messages: Messages | null): string {
  const words = messages?.[`methods.${type}`] ?? '';
  return type === 'installments' && label ? `${words} · ${label}` : (label ?? words);
}

type CardMethod = (CardOption & { key: string }) | InstallmentsMethod;

const cardParts =
  'fields, field, field-number, field-expiry, field-cvc, field-holder, field-expiry-month, ' +
  'field-expiry-year, field-installments, field-email, field-phone, ' +
  'field-billing-country, field-billing-line1, field-billing-line2, field-billing-district, field-billing-city, ' +
  'field-billing-region, field-billing-postal-code, label, control, input, brand, brand-mark, brand-choice, brand-option, card-picture, hint, ' +
  'error, summary, details, billing, legend, choice';

function renderCard(
  option: CardMethod,
  radio: unknown,
  isChosen: boolean,
  context: FormContext,
  isChoice: boolean,
): TemplateResult {
  const { messages, locale, amount, isBusy, installments } = context;
  const { fields } = option;
  const isInParts = option.type === 'installments';
  const plans =
    isInParts && messages && amount
      ? installments?.render(option, {
          messages,
          locale,
          amount,
          isBusy,
          name: isChoice ? null : nameOf(option, messages),
        })
      : null;
  return html`${radio}<div class="panel" ?hidden=${!isChosen}>${plans}<florin-card
    part="card"
    exportparts=${cardParts}
    .messages=${messages}
    .locale=${locale}
    .brands=${option.brands ?? none}
    .holder=${fields?.holder ?? 'optional'}
    .email=${fields?.email ?? 'hidden'}
    .phone=${fields?.phone ?? 'hidden'}
    .billing=${fields?.billing ?? 'hidden'}
    .countries=${option.billing_countries ?? none}
    .shipping=${context.shipping}
    .expiry=${context.expiry}
    .labels=${context.labels}
    .inputs=${context.inputs}
    .cardPicture=${context.cardPicture}
    .preferredBrands=${option.preferred_brands ?? none}
    .brandChoice=${option.brand_choice ?? false}
    .saveOffered=${(!isInParts && option.save) ?? false}
    .lookUp=${context.lookUp}
    .amount=${isInParts ? null : amount}
    .testMode=${option.test_mode ?? false}
    .disabled=${isBusy}
  ></florin-card></div>`;
}
