import type * as phone from '@florin/core/phone';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { isNeeded } from '../card/form-field.js';
import '../define/phone-number.js';
import { untilLoaded } from '../loading/until-loaded.js';
import type { OtherMethod } from './other-method.js';
import type { OtherMethodContext } from './other-method-template.js';
import { phoneNumberParts } from './parts.js';
import type { PhoneEntry } from './phone-number.js';

/** The phone number that ways to pay ask for: typed once for all of them, and checked by rules that are fetched only then. */
export class PhoneQuestion {
  private entry: PhoneEntry = { text: '' };
  private rules: typeof phone | null = null;
  private isFetching = false;

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  /** It has to be given, and cannot be checked yet. */
  isAwaited(method: OtherMethod): boolean {
    return !this.rules && isNeeded(needOf(method));
  }

  forget(): void {
    this.entry = { text: '' };
  }

  /** `country`: whose numbers may be written without their country's code. */
  render(
    method: OtherMethod,
    { messages, locale, labels, isBusy }: OtherMethodContext,
    country: string,
  ): TemplateResult | typeof nothing {
    const need = needOf(method);
    if (need === 'hidden') return nothing;
    void this.fetchRules();
    return html`<florin-phone-number
      part="phone-number"
      exportparts=${phoneNumberParts}
      .messages=${messages}
      .locale=${locale}
      .need=${need}
      .labels=${labels}
      .country=${country}
      .local=${method.type === 'mobile_money'}
      .entry=${this.entry}
      .rules=${this.rules}
      .disabled=${isBusy}
    ></florin-phone-number>`;
  }

  private async fetchRules(): Promise<void> {
    if (this.rules || this.isFetching) return;
    this.isFetching = true;
    this.rules = await untilLoaded(() => import('@florin/core/phone'));
    this.isFetching = false;
    this.host.requestUpdate();
  }
}

/** An operator knows its customers by their numbers. */
function needOf(method: OtherMethod): string {
  return method.type === 'mobile_money' ? 'required' : (method.fields?.phone ?? 'hidden');
}
