import type { Destination } from './destination.js';
import { postForm } from './post-form.js';

/** A name that begins so says what a window is: the page that the bank sends it back to closes it. */
const NAME = 'florin-redirect';

const SIZE = 'popup,width=500,height=700';

/** Where the tab keeps the name of the window that it has opened last: a page that is loaded anew loses the window itself. */
const KEPT_AS = 'florin:window';

/**
 * A window that was opened in a press of the customer's, for a page that is not known yet. It keeps its `opener`: without
 * one it could not be closed, brought to front or found again by its name, nor know itself when it comes back.
 */
export class PaymentWindow {
  /** What it has been sent to the bank for. Once is enough: sent again, the bank would begin anew. */
  sentFor: string | null = null;
  /** One that was lost is looked for when it is closed. Only then: one that is gone would be opened for a moment. */
  isSought = false;

  private constructor(
    /** `null`: lost. */
    readonly window: Window | null,
    private readonly name: string,
  ) {}

  /** `null`: the browser does not let it open. Call it in the press itself, before anything is awaited. */
  static open(): PaymentWindow | null {
    // Nobody can guess it: another checkout would take the window over, and a page that had one of that name be handed ours.
    const name = [NAME, ...crypto.getRandomValues(new Uint32Array(3))].join('-');
    const opened = window.open('', name, SIZE);
    if (!opened || !isEmpty(opened)) return null;
    keep(name);
    return new PaymentWindow(opened, name);
  }

  /** The one that was opened before this page was loaded anew: it may still be there. */
  static lost(): PaymentWindow | null {
    const name = kept();
    return name ? new PaymentWindow(null, name) : null;
  }

  /** Closed, or out of sight: a page that asks for a group of its own (COOP) is cut off from the window that opened it. */
  get isClosed(): boolean {
    return this.window?.closed ?? true;
  }

  /** The empty page that it began with is no place to go back to. A form is posted from where `place` stands. */
  go(destination: Destination, place: ParentNode): void {
    if (destination.posted) postForm(destination, this.name, place);
    else this.window?.location.replace(destination.url.href);
  }

  show(): void {
    this.window?.focus();
  }

  close(): void {
    const found = this.window ?? (this.isSought ? window.open('', this.name, SIZE) : null);
    if (found && kept() === this.name) keep('');
    found?.close();
  }
}

/** A browser may keep nothing. */
function keep(name: string): void {
  try {
    sessionStorage.setItem(KEPT_AS, name);
  } catch {}
}

function kept(): string {
  try {
    return sessionStorage.getItem(KEPT_AS) ?? '';
  } catch {
    return '';
  }
}

/** One that shows a page already is somebody's: it was not opened by this press. */
function isEmpty({ location }: Window): boolean {
  try {
    return location.href === 'about:blank';
  } catch {
    return false;
  }
}
