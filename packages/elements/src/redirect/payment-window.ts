/** Its name says what it is: the page that the bank sends it back to closes it. */
export const WINDOW_NAME = 'florin-redirect';

/** A window that was opened in a press of the customer's, for a page that is not known yet. */
export class PaymentWindow {
  private constructor(readonly window: Window) {}

  /** `null`: the browser does not let it open. Call it in the press itself, before anything is awaited. */
  static open(): PaymentWindow | null {
    const opened = window.open('', WINDOW_NAME, 'popup,width=500,height=700');
    return opened && new PaymentWindow(opened);
  }

  get isClosed(): boolean {
    return this.window.closed;
  }

  close(): void {
    this.window.close();
  }
}
