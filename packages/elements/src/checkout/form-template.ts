import type { CardOption } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DrawableMethod } from './method-list.js';
import { noticeOf } from './notice.js';

interface FormContext {
  state: PaymentState;
  messages: Messages | null;
  locale: string;
  methods: readonly DrawableMethod[];
  /** Key of the chosen method. */
  chosen: string | undefined;
  isHidden: boolean;
  submit: () => void;
  change: () => void;
  use: () => void;
  choose: (key: string) => void;
}

const everyBrand: readonly string[] = [];

/** The ways to pay with the pay button. Hidden, it stays in the page: everything typed is there when it comes back. */
export function renderForm(context: FormContext): TemplateResult {
  const { state, messages, methods } = context;
  const isOneOfMany = methods.length > 1;
  const notice = messages && state.phase === 'ready' ? noticeOf(messages, state.failure, state.problem) : null;
  return html`
    <div
      class="form"
      part="form"
      ?hidden=${context.isHidden}
      @florin-pay=${context.submit}
      @florin-card-submit=${context.submit}
      @florin-change=${context.change}
      @focusin=${context.use}
    >
      <div class="failure" part="failure" tabindex="-1" ?hidden=${!notice}>
        <strong>${notice?.title}</strong>
        <span>${notice?.text}</span>
      </div>
      ${methods.length === 0 ? html`<p>${messages?.['methods.none']}</p>` : nothing}
      <div
        class="methods"
        role=${isOneOfMany ? 'radiogroup' : 'none'}
        aria-label=${messages?.['methods.title'] ?? nothing}
      >
        ${repeat(
          methods,
          ({ key }) => key,
          (method) => renderMethod(method, isOneOfMany, context),
        )}
      </div>
      <florin-pay-button
        exportparts="button: pay-button"
        .amount=${state.intent?.amount ?? null}
        .messages=${messages}
        .locale=${context.locale}
        .busy=${state.decision !== null}
        .disabled=${state.phase === 'loading' || methods.length === 0}
      ></florin-pay-button>
    </div>
  `;
}

function renderMethod(method: DrawableMethod, isOneOfMany: boolean, context: FormContext): TemplateResult {
  const { messages, state } = context;
  const isChosen = method.key === context.chosen;
  const label = method.label ?? messages?.[`methods.${method.type}`] ?? '';
  const radio = html`<label class="method" part="method">
    <input
      type="radio"
      name="method"
      .checked=${isChosen}
      ?disabled=${state.decision !== null}
      @change=${() => context.choose(method.key)}
    />
    <span>${label}</span>
  </label>`;
  return html`
    ${isOneOfMany ? radio : nothing}
    <div class="panel" ?hidden=${!isChosen}>
      ${method.type === 'card' ? renderCard(method, context) : messages?.['qr.text']}
    </div>
  `;
}

function renderCard(option: CardOption, { messages, locale, state }: FormContext): TemplateResult {
  return html`<florin-card
    part="card"
    exportparts="fields, field, field-number, field-expiry, field-cvc, field-holder, label, control, input, brand, hint, error, summary"
    .messages=${messages}
    .locale=${locale}
    .brands=${option.brands ?? everyBrand}
    .holder=${option.fields?.holder ?? 'optional'}
    .testMode=${option.test_mode ?? false}
    .disabled=${state.decision !== null}
  ></florin-card>`;
}
