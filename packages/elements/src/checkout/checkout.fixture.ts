import type { Attempt, Intent, ToldFailure } from '@florin/contract';
import type { Checkout, CheckoutProblem, PaymentState } from '@florin/core';
import { initialState, type Decision } from '@florin/core/payment';
import { vi } from 'vitest';
import type { FlorinCard } from '../card/card.js';
import { fieldOf, typeInto } from '../card/card.fixture.js';
import '../define/index.js';
import type { FlorinPayButton } from '../pay-button/pay-button.js';
import type { FlorinCheckout } from './checkout.js';
import { attemptOf, intentOf } from './intent.fixture.js';
import { inside, place, settled } from './place.fixture.js';

/** A headless checkout that does what the test says, and writes down what it is asked to do. */
export class ScriptedCheckout implements Checkout {
  state: PaymentState;
  readonly calls: [name: string, ...details: unknown[]][] = [];
  readonly listeners = new Set<(state: PaymentState) => void>();

  constructor(state: Partial<PaymentState> = {}) {
    this.state = { ...initialState, ...state };
  }

  /** The payment goes on: whoever follows it is told. */
  tell(state: Partial<PaymentState>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.listeners) listener(this.state);
  }

  subscribe(listener: (state: PaymentState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  callsOf(name: string): unknown[][] {
    return this.calls.filter(([called]) => called === name).map(([, ...details]) => details);
  }

  load = () => this.record('load');
  submit = (input: unknown) => {
    if (this.state.phase === 'ready')
      this.tell({ phase: 'submitting', decision: decisionOf('submit'), problem: null, failure: null });
    return this.record('submit', input);
  };
  confirm = (answer: unknown) => this.record('confirm', answer);
  resend = () => this.record('resend');
  cancel = () => this.record('cancel');
  refresh = () => this.record('refresh');
  setVisible = (isVisible: boolean) => void this.record('setVisible', isVisible);
  suspend = () => void this.record('suspend');
  lookUpCard = (digits: string) => this.record('lookUpCard', digits).then(() => null);
  createCardReference = () => Promise.resolve({ problem: { code: 'not_ready' } });
  /** What a change of a saved card comes to. */
  changeCard: () => Promise<CheckoutProblem | null> = () => Promise.resolve(null);
  removeSavedCard = (id: string) => this.record('removeSavedCard', id).then(() => this.changeCard());
  restoreSavedCard = (id: string) => this.record('restoreSavedCard', id).then(() => this.changeCard());
  serverNow = () => Date.parse('2026-11-21T10:00:00Z');
  destroy = () => void this.record('destroy');

  private record(name: string, ...details: unknown[]): Promise<void> {
    this.calls.push([name, ...details]);
    return Promise.resolve();
  }
}

export const decisionOf = (kind: Decision['kind']): Decision => ({ key: `key-${kind}`, kind, attempt: null });

export const failureOf = (overrides: Partial<ToldFailure> = {}): ToldFailure => ({
  code: { value: '51', category: 'CUSTOMER_ERROR', message: null },
  reason: 'insufficient_funds',
  recovery: 'other_method',
  disclose: true,
  ...overrides,
});

/** The state after an attempt that failed while the intent can still be paid. */
export function failed(failure: ToldFailure, attempt: Partial<Attempt> = {}): Partial<PaymentState> {
  const active = attemptOf({ status: 'failed', ...attempt });
  return {
    phase: 'ready',
    intent: intentOf({ version: 2, active_attempt: active }),
    attempt: active,
    action: null,
    decision: null,
    failure,
  };
}

/** The state while the customer has to do something. */
export function asked(action: NonNullable<PaymentState['action']>): Partial<PaymentState> {
  const attempt = attemptOf({ status: 'action_required', next_action: action });
  return { phase: 'action_required', intent: intentOf({ active_attempt: attempt }), attempt, action, decision: null };
}

export const twoMethods: Intent['methods'] = [{ type: 'qr', label: 'Instant transfer' }, { type: 'card' }];
export const cardThenTransfer: Intent['methods'] = [{ type: 'card' }, { type: 'qr', label: 'Instant transfer' }];

/** A tag that follows a scripted checkout, in English unless the test says otherwise. */
export async function follow(
  scripted: ScriptedCheckout,
  properties: object = {},
  parent: Element = document.body,
): Promise<FlorinCheckout> {
  const element = await place('florin-checkout', { locale: 'en', checkout: scripted, ...properties }, parent);
  await followed(scripted);
  await spoken(element);
  return element;
}

/** A tag has begun to follow it, which is some time after its form has been drawn. */
export async function followed(scripted: ScriptedCheckout): Promise<void> {
  await vi.waitUntil(() => scripted.listeners.size > 0, { timeout: 10_000, interval: 5 });
}

/** Its words have come. */
export async function spoken(element: FlorinCheckout): Promise<void> {
  const root = element.shadowRoot as ShadowRoot;
  while (!root.querySelector('.view, .form') || !cardOrViewHasWords(root))
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  await settled(element);
}

function cardOrViewHasWords(root: ShadowRoot): boolean {
  if (root.querySelector('.view')) return true;
  const button = root.querySelector('florin-pay-button');
  return Boolean(button?.shadowRoot?.querySelector('button')?.textContent?.trim());
}

export const cardIn = (element: FlorinCheckout): FlorinCard => {
  const card = element.shadowRoot?.querySelector<FlorinCard>('.panel:not([hidden]) florin-card');
  if (!card) throw new Error('No card form is shown.');
  return card;
};

export const payButtonIn = (element: FlorinCheckout): HTMLElement => {
  const button = element.shadowRoot?.querySelector<FlorinPayButton>('florin-pay-button');
  if (!button) throw new Error('No pay button is shown.');
  return inside(button).getByRole('button');
};

export const fieldIn = (element: FlorinCheckout, label: RegExp) => fieldOf(cardIn(element), label);
export const number = /Card number/;
export const expiry = /Expiry date/;
export const cvc = /Security code/;
export const holder = /Name on card/;

export async function typeIn(element: FlorinCheckout, label: RegExp, keys: string): Promise<void> {
  await typeInto(cardIn(element), fieldIn(element, label), keys);
}

/** The customer types a whole card. */
export async function fillCard(element: FlorinCheckout): Promise<void> {
  await typeIn(element, number, '4242424242424242');
  await typeIn(element, expiry, '0442');
  await typeIn(element, cvc, '123');
  await typeIn(element, holder, 'Ana Lopes');
}

export const valuesIn = (element: FlorinCheckout): string[] =>
  [number, expiry, cvc, holder].map((label) => fieldIn(element, label).value);

/** What stands in a view's own shadow root. */
export const viewIn = (element: FlorinCheckout): Element => {
  const view = element.shadowRoot?.querySelector('.view > *');
  if (!view) throw new Error('No view is shown.');
  return view;
};
