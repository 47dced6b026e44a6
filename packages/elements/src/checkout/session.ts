import type { ActionAnswer, CardLookup, MethodInput } from '@florin/contract';
import type { Checkout, CheckoutOptions, CheckoutProblem, PaymentState } from '@florin/core';
import { initialState } from '@florin/core/payment';
import type * as client from '@florin/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type SessionOptions = Pick<CheckoutOptions, 'endpoint' | 'intent' | 'clientSecret'>;

/**
 * Holds the headless checkout of one tag: loads the client, lends it the browser's
 * storage and screen, and tells it when the page wakes up.
 */
export class Session implements ReactiveController {
  /** The newest state; `initialState` until the client is there. */
  state: PaymentState = initialState;
  private checkout: Checkout | null = null;
  private isOwn = false;
  private unsubscribe: (() => void) | null = null;
  private opened = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onState: (state: PaymentState, before: PaymentState) => void,
    /** A problem that no state holds: the payment is not touched by it. */
    private readonly onProblem: (problem: CheckoutProblem) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.handleVisibility);
    window.addEventListener('online', this.handleWake);
    window.addEventListener('pageshow', this.handlePageShow);
    window.addEventListener('pagehide', this.handlePageHide);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.handleVisibility);
    window.removeEventListener('online', this.handleWake);
    window.removeEventListener('pageshow', this.handlePageShow);
    window.removeEventListener('pagehide', this.handlePageHide);
  }

  get isOpen(): boolean {
    return this.opened > 0;
  }

  /** Follows a checkout that the page made. The page keeps it: it is not destroyed here. */
  adopt(checkout: Checkout): void {
    this.close();
    this.opened = 1;
    this.follow(checkout, false);
  }

  /** Makes a checkout of its own and loads it. */
  async open(options: SessionOptions): Promise<void> {
    this.close();
    const opening = (this.opened = nextOpening());
    const core = await this.loadClient(opening);
    if (!core || opening !== this.opened) return;
    const storage = sessionStore();
    const onEvent = (event: client.CheckoutEvent) => {
      if (event.type === 'problem' && event.problem.code === 'payload_unreadable') this.onProblem(event.problem);
    };
    const browser = () => core.browserInfo(window);
    this.follow(core.createCheckout({ ...options, ...(storage && { storage }), browser, onEvent }), true);
    await this.checkout?.load();
  }

  close(): void {
    this.opened = 0;
    this.unsubscribe?.();
    this.unsubscribe = null;
    if (this.isOwn) this.checkout?.destroy();
    this.checkout = null;
    this.set(initialState);
  }

  submit = (input: MethodInput): Promise<void> => this.checkout?.submit(input) ?? Promise.resolve();
  confirm = (answer: ActionAnswer): Promise<void> => this.checkout?.confirm(answer) ?? Promise.resolve();
  resend = (): Promise<void> => this.checkout?.resend() ?? Promise.resolve();
  cancel = (): Promise<void> => this.checkout?.cancel() ?? Promise.resolve();
  refresh = (): Promise<void> => this.checkout?.refresh() ?? Promise.resolve();
  lookUpCard = (digits: string, signal?: AbortSignal): Promise<CardLookup | null> =>
    this.checkout?.lookUpCard(digits, signal) ?? Promise.resolve(null);
  removeSavedCard = (id: string): Promise<CheckoutProblem | null> =>
    this.checkout?.removeSavedCard(id) ?? Promise.resolve(gone);
  restoreSavedCard = (id: string): Promise<CheckoutProblem | null> =>
    this.checkout?.restoreSavedCard(id) ?? Promise.resolve(gone);
  serverNow = (): number => this.checkout?.serverNow() ?? Date.now();

  /** The client is a file of its own. While it cannot be fetched the form says so, and goes on trying. */
  private async loadClient(opening: number): Promise<typeof client | null> {
    for (let round = 1; opening === this.opened; round += 1) {
      try {
        return await import('@florin/core');
      } catch {
        const problem: CheckoutProblem = { code: 'network' };
        this.set({ ...initialState, problem });
        await new Promise((resolve) => {
          setTimeout(resolve, Math.min(1000 * round, 10_000));
        });
      }
    }
    return null;
  }

  private follow(checkout: Checkout, isOwn: boolean): void {
    this.checkout = checkout;
    this.isOwn = isOwn;
    this.unsubscribe = checkout.subscribe((state) => this.set(state));
    this.set(checkout.state);
  }

  private set(state: PaymentState): void {
    if (state === this.state) return;
    const before = this.state;
    this.state = state;
    this.host.requestUpdate();
    this.onState(state, before);
  }

  private handleWake = (): void => void this.refresh();

  private handleVisibility = (): void => this.checkout?.setVisible(document.visibilityState === 'visible');

  private handlePageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.handleWake();
  };

  /** A browser does not keep a page whose stream is open. */
  private handlePageHide = (): void => this.checkout?.suspend();
}

/** The payment is no longer this one. */
const gone: CheckoutProblem = { code: 'not_ready' };

let openings = 0;

function nextOpening(): number {
  openings += 1;
  return openings;
}

function sessionStore(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    // Forbidden by the browser's settings: a reload resumes from the backend alone.
    return undefined;
  }
}
