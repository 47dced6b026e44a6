import type { ActionOf } from '@florin/contract';
import { BRIDGE_READY, isMessage, NOTIFICATION, type Expected } from './frame-message.js';

/** What the method and the challenge have in common: params to post to the issuer, and how the end of it is told. */
export type PostedAction = Pick<
  ActionOf<'three_ds_challenge'>,
  'url' | 'params' | 'nonce' | 'notification_origin' | 'bridge_url'
>;

/** ms that a bridge is waited for. A page around the shop's may shut it out, and nobody would tell. */
const PATIENCE = 5000;

/** What of it is posted: the same in whatever order it is read. */
export function contentOf({ url, params }: PostedAction): string {
  const sorted = new URLSearchParams(params);
  sorted.sort();
  return `${url} ${sorted}`;
}

/** One and the same for as long as the backend asks for the same thing. */
export function keyOf(action: PostedAction): string {
  // A backend that only relays its provider may know of no nonce.
  return action.nonce || contentOf(action);
}

/**
 * The issuer's page in a frame of its own. A frame takes one action and is thrown away with it: a frame that has shown
 * nothing yet is navigated without an entry in the page's history.
 */
export class PostedFrame {
  /** Another one, once the bridge has not come: to be put in the place of the first, and opened there. */
  element: HTMLIFrameElement;
  private bridge: string | null;
  private isOpened = false;
  private isTold = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly action: PostedAction,
    private readonly name: string,
    /** `element` is another one now. */
    private readonly onAnother: () => void,
  ) {
    this.bridge = bridgeOf(action);
    this.element = this.create();
  }

  /** Posts the params, once, from where the frame stands in the page. A bridge asks for them when it is ready. */
  open(): boolean {
    if (this.isOpened) return false;
    this.isOpened = true;
    if (this.bridge !== null) this.timer = setTimeout(() => this.goWithoutBridge(), PATIENCE);
    else if (isAddress(this.action.url)) this.post(this.action);
    return true;
  }

  /** Nothing is posted any more. */
  close(): void {
    clearTimeout(this.timer);
  }

  /** Whether a message says that the issuer has ended. Tells a bridge what to post, once, when it asks for it. */
  hearsEnd(message: MessageEvent): boolean {
    const { action, element, bridge } = this;
    const { nonce, notification_origin: origin, url, params } = action;
    const expected: Expected = { source: element.contentWindow, origin, nonce };
    if (bridge !== null && !this.isTold && isMessage(message, BRIDGE_READY, expected)) {
      this.isTold = true;
      this.close();
      if (isAddress(url))
        element.contentWindow?.postMessage({ type: 'florin:bridge', nonce, url, params, title: element.title }, origin);
    }
    return isMessage(message, NOTIFICATION, expected);
  }

  /** Whether the page's own policy has just kept the issuer's page out of this frame. */
  isBlocked({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): boolean {
    const isOfFrames = ['frame-src', 'child-src', 'default-src', 'form-action'].includes(effectiveDirective);
    const blocked = addressOf(blockedURI)?.origin;
    return this.isOpened && this.bridge === null && isOfFrames && blocked === addressOf(this.action.url)?.origin;
  }

  private create(): HTMLIFrameElement {
    const element = document.createElement('iframe');
    element.name = `florin-${this.name}-${this.action.nonce}`;
    element.allow = 'payment *; publickey-credentials-get *';
    element.referrerPolicy = 'origin';
    if (this.bridge !== null) element.src = this.bridge;
    return element;
  }

  private goWithoutBridge(): void {
    this.bridge = null;
    this.isOpened = false;
    this.element = this.create();
    this.onAnother();
  }

  private post({ url, params }: PostedAction): void {
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
