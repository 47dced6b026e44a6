import type { Intent, MethodInput } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { PaymentWindow } from '../redirect/payment-window.js';
import type { OtherMethod } from './other-method.js';

export { otherMethodsStyles as partStyles } from './other-methods.styles.js';

interface Host extends Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'> {
  readonly shadowRoot: ShadowRoot | null;
}

export interface OtherMethodContext {
  messages: Messages;
  locale: string;
  isChosen: boolean;
  /** There is more than one way to pay. */
  isChoice: boolean;
  /** A payment is being made. */
  isBusy: boolean;
  choose: () => void;
}

/** The rows of every way to pay that is no card, and the country that they are to be had in. */
export class OtherMethods {
  constructor(private readonly host: Host) {}

  /** Without those that are not to be had in the chosen country. */
  offeredIn<Method extends { type: string }>(methods: readonly Method[], _intent: Intent): Method[] {
    return [...methods];
  }

  renderCountry(_messages: Messages, _locale: string, _isBusy: boolean): TemplateResult | typeof nothing {
    return nothing;
  }

  render(method: OtherMethod, { messages, isChosen, isBusy, choose }: OtherMethodContext): TemplateResult {
    return html`<label class="method" part="method">
        <input type="radio" name="method" .checked=${isChosen} ?disabled=${isBusy} @change=${choose} />
        <span>${method.label ?? messages['methods.qr']}</span>
      </label>
      <div class="panel" ?hidden=${!isChosen}>${messages['qr.text']}</div>`;
  }

  /** What is sent for it; `null`, and the customer is led to what is wrong, while something is. */
  inputOf(method: OtherMethod): MethodInput | null {
    void this.host;
    return { type: 'qr', ...(method.code !== undefined && { code: method.code }) };
  }

  /** Opens the window that the method is paid in, where it is paid in one. Call it in the press of the button itself. */
  openWindow(method: OtherMethod): PaymentWindow | null {
    return method.type === 'redirect' && method.presentation === 'popup' ? PaymentWindow.open() : null;
  }
}

export function createPart(...needs: ConstructorParameters<typeof OtherMethods>): OtherMethods {
  return new OtherMethods(...needs);
}
