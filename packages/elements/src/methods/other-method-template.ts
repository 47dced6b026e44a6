import type { Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderMethodIcon } from '../icon/method-icon-template.js';
import { slotOf } from './icon-slot.js';
import type { Operator, OtherMethod } from './other-method.js';

export interface OtherMethodContext {
  messages: Messages;
  locale: string;
  /** Where the label of a field stands. */
  labels: string;
  isChosen: boolean;
  /** A payment is being made. */
  isBusy: boolean;
  choose: () => void;
}

interface OperatorsView {
  /** Of the method: a group of radio buttons has a name of its own. */
  key: string;
  messages: Messages;
  isBusy: boolean;
  chosen: Operator | undefined;
  /** Why one has to be chosen, or another one. */
  error: string | undefined;
  choose: (operator: Operator) => void;
}

/** The merchant's name for it: the bank's, the wallet's. */
export function nameOf({ label, type }: OtherMethod, messages: Messages): string {
  return label || messages[`methods.${type}`];
}

/** The row of a method, and below it what will happen and what is asked for when it is chosen. */
export function renderRow(
  method: OtherMethod,
  { messages, isChosen, isBusy, choose }: OtherMethodContext,
  renderFields: () => unknown,
): TemplateResult {
  const about = `about-${method.key}`;
  const isPopup = method.type === 'redirect' && method.presentation === 'popup';
  return html`<label class="method" part="method ${isChosen ? 'method-selected' : ''}">
      <input
        part="radio"
        type="radio"
        name="method"
        aria-describedby=${about}
        .checked=${isChosen}
        ?disabled=${isBusy}
        @change=${choose}
      />
      <slot name=${slotOf(method)}>${method.icon_url ? renderIcon(method.icon_url) : renderMethodIcon(method.type)}</slot>
      <bdi part="method-name">${nameOf(method, messages)}</bdi>
    </label>
    <div class="panel other" ?hidden=${!isChosen}>
      <p part="method-text" id=${about}>${messages[`methods.text.${isPopup ? 'popup' : method.type}`]}</p>
      ${isChosen ? renderFields() : nothing}
    </div>`;
}

/** The operators of a country. The only one is not chosen from. */
export function renderOperators(operators: readonly Operator[], view: OperatorsView): TemplateResult {
  const { messages, error } = view;
  const [first, second] = operators;
  return html`<div
    class="operators"
    role=${second ? 'radiogroup' : 'group'}
    aria-labelledby="operator-label"
    aria-invalid=${error ? 'true' : nothing}
  >
    <p part="label" class="label" id="operator-label">${messages['mobile_money.operator']}</p>
    ${
      first && !second
        ? html`<p class="operator" part="operator">${renderIcon(first.icon_url)}<bdi part="method-name">${first.label}</bdi></p>`
        : repeat(
            operators,
            ({ id }) => id,
            (operator) => renderOperator(operator, view),
          )
    }
    <p part="error" class="error" id="operator-error">${error}</p>
  </div>`;
}

function renderOperator(operator: Operator, { key, isBusy, chosen, error, choose }: OperatorsView): TemplateResult {
  return html`<label class="method" part="operator ${operator === chosen ? 'operator-selected' : ''}">
    <input
      part="radio"
      type="radio"
      name="operator-${key}"
      aria-describedby=${error ? 'operator-error' : nothing}
      .checked=${operator === chosen}
      ?disabled=${isBusy}
      @change=${() => choose(operator)}
    />
    ${renderIcon(operator.icon_url)}
    <bdi part="method-name">${operator.label}</bdi>
  </label>`;
}

/** One that cannot be had leaves its name alone. */
function renderIcon(url: string | undefined): TemplateResult | typeof nothing {
  return url
    ? html`<img
        part="icon"
        alt=""
        width="40"
        height="24"
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        src=${url}
        @load=${handleIcon}
        @error=${handleIcon}
      />`
    : nothing;
}

function handleIcon({ type, target }: Event): void {
  (target as HTMLImageElement).hidden = type === 'error';
}
