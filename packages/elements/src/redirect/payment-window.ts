/** Its name says what it is: the page that the bank sends it back to closes it. */
export const WINDOW_NAME = 'florin-redirect';

/**
 * A window that was opened in a press of the customer's, for a page that is not known yet. It keeps its `opener`: without
 * one it could not be closed, brought to front or found again by its name, nor know itself when it comes back.
 */
export class PaymentWindow {
  /** What it has been sent to the bank for. Once is enough: sent again, the bank would begin anew. */
  sentFor: string | null = null;

  private constructor(readonly window: Window) {}

  /** `null`: the browser does not let it open. Call it in the press itself, before anything is awaited. */
  static open(): PaymentWindow | null {
    const opened = window.open('', WINDOW_NAME, 'popup,width=500,height=700');
    // Where this page stands in a window of that name itself, there is none to open.
    return opened && opened !== window ? new PaymentWindow(opened) : null;
  }

  /** Closed, or out of sight: a page that asks for a group of its own (COOP) is cut off from the window that opened it. */
  get isClosed(): boolean {
    return this.window.closed;
  }

  /** The empty page that it began with is no place to go back to. */
  go(url: string): void {
    this.window.location.replace(url);
  }

  show(): void {
    this.window.focus();
  }

  close(): void {
    this.window.close();
  }
}
