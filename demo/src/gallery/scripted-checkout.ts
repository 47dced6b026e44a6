import type { CardLookup } from '@florin/contract';
import type { Checkout, PaymentState } from '@florin/core';
import { initialState, type Decision } from '@florin/core/payment';
import type { Call, GalleryState } from './gallery-state.js';
import { NOW } from './payments.js';

/** A headless checkout without a backend: it stands where the gallery says, and writes down what it is asked to do. */
export class ScriptedCheckout implements Checkout {
  state: PaymentState;
  /** What it was asked to do, in order. */
  readonly calls: Call[] = [];
  readonly #listeners = new Set<(state: PaymentState) => void>();
  readonly #answers: NonNullable<GalleryState['answers']>;
  readonly #lookup: CardLookup | null;
  #now = Date.parse(NOW);

  constructor({ payment, answers = {}, lookup }: GalleryState) {
    this.state = { ...initialState, ...payment };
    this.#answers = answers;
    this.#lookup = lookup ?? null;
  }

  /** The payment goes on: whoever follows it is told. */
  tell(state: Partial<PaymentState>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.#listeners) listener(this.state);
  }

  /** The backend's clock goes on by so many seconds. */
  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }

  subscribe(listener: (state: PaymentState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  load = (): Promise<void> => Promise.resolve();
  submit = (): Promise<void> => this.#decide('submit', 'submitting');
  confirm = (): Promise<void> => this.#decide('confirm', 'confirming');
  resend = (): Promise<void> => this.#decide('resend', this.state.phase);
  cancel = (): Promise<void> => this.#decide('cancel', 'confirming');
  refresh = async (): Promise<void> => {
    this.calls.push('refresh');
    const answer = this.#answers.refresh;
    await new Promise((resolve) => setTimeout(resolve));
    if (answer) this.tell(answer(this.state));
  };
  setVisible = (): void => {};
  suspend = (): void => {};
  lookUpCard = () => Promise.resolve(this.#lookup);
  createCardReference = () => Promise.resolve({ problem: { code: 'not_ready' } });
  removeSavedCard = () => Promise.resolve(null);
  restoreSavedCard = () => Promise.resolve(null);
  serverNow = (): number => this.#now;
  destroy = (): void => this.#listeners.clear();

  /** As the client does it: the decision is under way until it has been answered. */
  async #decide(kind: Decision['kind'], phase: PaymentState['phase']): Promise<void> {
    this.calls.push(kind);
    const decision = { key: `key-${this.calls.length}`, kind, attempt: this.state.attempt?.id ?? null };
    this.tell({ phase, decision, problem: null });
    const answer = this.#answers[kind];
    if (!answer) return;
    // Not in the same breath: a view sees that it is busy before it sees that it no longer is.
    await new Promise((resolve) => setTimeout(resolve));
    this.tell({ phase: 'action_required', decision: null, ...answer(this.state) });
  }
}
