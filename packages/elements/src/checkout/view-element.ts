import type { MessageKey, Messages } from '@florin/locale';
import type { PaymentWindow } from '../redirect/payment-window.js';
import type { Session } from './session.js';
import type { ViewName } from './view.js';

/** Every part of every view: one that a view does not have is passed over. */
const parts =
  'heading, text, hint, label, input, error, submit, resend, cancel, code, frame, resume, reference, retry, icon, ' +
  'open, copy, lines, line, value, print, document, dial, waiting, countdown';

/** What is shown for as long as a view's code is on the way. */
const words: Readonly<Partial<Record<ViewName, MessageKey>>> = {
  otp: 'otp.title',
  qr: 'qr.title',
  'three-ds': 'three_ds.preparing',
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

  constructor(private readonly handlers: Handlers) {}

  /** `null`: nothing stands there. */
  show(name: ViewName | null, properties: ViewProperties): HTMLElement | null {
    const tag = `florin-${name}`;
    if (!name) this.element = null;
    else if (this.element?.localName !== tag)
      this.element = this.create(tag, properties.messages[words[name] ?? 'waiting.title']);
    // Before its code is there too: an element takes up what was set on it when it comes alive.
    return this.element && Object.assign(this.element, properties);
  }

  private create(tag: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    const { confirm, resend, cancel, refresh, say, keepWindow } = this.handlers;
    element.setAttribute('exportparts', parts);
    element.textContent = text;
    const on = (name: string, handle: (detail: never) => unknown) =>
      element.addEventListener(name, (event) => void handle((event as CustomEvent<never>).detail));
    on('florin-answer', confirm);
    on('florin-resend', resend);
    on('florin-cancel', cancel);
    on('florin-refresh', refresh);
    on('florin-say', say);
    on('florin-window', keepWindow);
    return element;
  }
}
