import type { ActionOf } from '@florin/contract';
import { BRIDGE_READY, isMessage, NOTIFICATION, type Expected } from './frame-message.js';

/** What the method and the challenge have in common: params to post to the issuer, and how the end of it is told. */
export type PostedAction = Pick<
  ActionOf<'three_ds_challenge'>,
  'url' | 'params' | 'nonce' | 'notification_origin' | 'bridge_url'
>;

/** One and the same for as long as the backend asks for the same thing. */
export function keyOf({ nonce, url, params }: PostedAction): string {
  // A backend that only relays its provider may know of no nonce.
  return nonce || JSON.stringify([url, params]);
}

/**
 * The issuer's page in a frame of its own. A frame takes one action and is thrown away with it: a frame that has shown
 * nothing yet is navigated without an entry in the page's history.
 */
export class PostedFrame {
  readonly element = document.createElement('iframe');
  private readonly bridge: string | null;
  private isTold = false;

  constructor(
    private readonly action: PostedAction,
    name: string,
  ) {
    const { element } = this;
    element.name = `florin-${name}-${action.nonce}`;
    element.allow = 'payment *; publickey-credentials-get *';
    element.referrerPolicy = 'origin';
    this.bridge = bridgeOf(action);
    if (this.bridge !== null) element.src = this.bridge;
  }

  /** Posts the params, from where the frame stands in the page. A bridge asks for them when it is ready. */
  open(): void {
    const { url, params } = this.action;
    if (this.bridge !== null || !isAddress(url)) return;
    const form = document.createElement('form');
    const attributes = { action: url, method: 'post', target: this.element.name, 'accept-charset': 'utf-8' };
    for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
    form.hidden = true;
    const inputs = Object.entries(params).map(([name, value]) =>
      Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
    );
    form.append(...inputs);
    this.element.after(form);
    // Taken from the prototypes: a param may be called `submit`, or `remove`.
    HTMLFormElement.prototype.submit.call(form);
    Element.prototype.remove.call(form);
  }

  /** Whether a message says that the issuer has ended. Tells a bridge what to post, once, when it asks for it. */
  hearsEnd(message: MessageEvent): boolean {
    const { action, element, bridge } = this;
    const { nonce, notification_origin: origin, url, params } = action;
    const expected: Expected = { source: element.contentWindow, origin, nonce };
    if (bridge !== null && !this.isTold && isMessage(message, BRIDGE_READY, expected)) {
      this.isTold = true;
      if (isAddress(url))
        element.contentWindow?.postMessage({ type: 'florin:bridge', nonce, url, params, title: element.title }, origin);
    }
    return isMessage(message, NOTIFICATION, expected);
  }
}

/** Whether something can be posted there. A script in the place of an address would run as the page's own. */
export function isAddress(url: string): boolean {
  const address = addressOf(url);
  return url.trim() !== '' && address !== null && address.protocol !== 'javascript:';
}

/** The bridge is a page of the notification page's origin: no other one could be told anything, or be heard. */
function bridgeOf({ bridge_url: url, notification_origin: origin }: PostedAction): string | null {
  const address = url === undefined ? null : addressOf(url);
  return address && address.origin === origin && address.origin !== 'null' ? address.href : null;
}

function addressOf(url: string): URL | null {
  try {
    return new URL(url, document.baseURI);
  } catch {
    return null;
  }
}
