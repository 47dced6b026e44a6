import { viewParts } from '../action-view/parts.js';
import type { MessageKey, Messages } from '@florin/locale';
import type { PaymentWindow } from '../redirect/payment-window.js';
import type { Session } from './session.js';
import type { ViewName } from './view.js';

/** What is shown for as long as a view's code is on the way. */
const words: Readonly<Partial<Record<ViewName, MessageKey | null>>> = {
  otp: 'otp.title',
  qr: 'qr.title',
  'three-ds': 'three_ds.preparing',
  // Works unseen, beside words of its own.
  'three-ds-method': null,
};

/** What a view is given. Each takes what it knows. */
export interface ViewProperties {
  messages: Messages;
  [property: string]: unknown;
}

interface Handlers extends Pick<Session, 'confirm' | 'resend' | 'cancel' | 'refresh'> {
  say(text: string): void;
  keepWindow(opened: PaymentWindow): void;
}

/** The element of the view that stands in the place of the form, or works unseen: the same one for as long as it is the same view. */
export class ViewElement {
  private element: HTMLElement | null = null;
  private key = '';

  constructor(private readonly handlers: Handlers) {}

  /** `null`: nothing stands there. What is asked by another attempt is asked by an element of its own, whatever the view. */
  show(name: ViewName | null, attempt: string, properties: ViewProperties): HTMLElement | null {
    const key = name === 'status' ? name : `${name} ${attempt}`;
    if (!name) this.element = null;
    else if (!this.element || this.key !== key) this.element = this.create(name, properties.messages);
    this.key = key;
    // Before its code is there too: an element takes up what was set on it when it comes alive.
    return this.element && Object.assign(this.element, properties);
  }

  private create(name: ViewName, messages: Messages): HTMLElement {
    const element = document.createElement(`florin-${name}`);
    const { confirm, resend, cancel, refresh, say, keepWindow } = this.handlers;
    element.setAttribute('exportparts', viewParts);
    const text = words[name] === undefined ? 'waiting.title' : words[name];
    element.textContent = text && messages[text];
    const on = (event: string, handle: (detail: never) => unknown) =>
      element.addEventListener(event, ({ detail }: CustomEventInit<never>) => {
        // What an element still says after its time is about another attempt.
        if (this.element === element) handle(detail as never);
      });
    on('florin-answer', confirm);
    on('florin-resend', resend);
    on('florin-cancel', cancel);
    on('florin-refresh', refresh);
    on('florin-say', say);
    on('florin-window', keepWindow);
    return element;
  }
}
