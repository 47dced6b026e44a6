import type { CardInput } from '@florin/contract';
import type { Clock, Timers } from '../../clock.js';
import type { Money } from '../../money.js';
import type { PageLocale } from '../../pages/words.js';
import { randomId } from '../../random-id.js';
import type { Scenario } from '../../scenario.js';
import { failureOf } from './failure-codes.js';
import { isOneOf, type Action, type ActionOf, type TokenAction } from './action.js';
import { isEventName, isLive, latestAttempt } from './model.js';
import type { Attempt, CardSummary, Customer, EventName, Intent, IntentStatus } from './model.js';
import { refundableOf, type NewRefund, type Refund } from './refunds.js';
import type { Vault } from './vault.js';

/** An intent nobody ever tried to pay expires; one that was tried does not. */
const INTENT_LIFETIME = 24 * 60 * 60_000;
const MAX_ATTEMPTS = 20;

export interface NewIntent {
  amount: Money;
  customer: Omit<Customer, 'id'>;
  description: string | null;
  returnUrl: string | null;
  webhookUrl: string | null;
  metadata: Record<string, unknown>;
  /** What the merchant's request named in `Accept-Language`; `null`: nothing that the system speaks. */
  locale: PageLocale | null;
}

export interface NewAttempt {
  method: string;
  scenario: Scenario;
  country?: string | null;
  phone?: string | null;
  notificationUrl?: string;
  card?: CardSummary;
  /** A card that the customer wants kept, which is kept only when the attempt completes. */
  agreed?: CardInput | undefined;
}

export type Listener = (event: EventName, intent: Intent, attempt: Attempt | null) => void;

export interface Found<Type extends TokenAction['type']> {
  intent: Intent;
  attempt: Attempt;
  action: ActionOf<Type>;
}

/** The simulated system's books: every payment and the only ways it may change. */
export class Payments {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #listener: Listener;
  readonly #intents = new Map<string, Intent>();
  readonly vault: Vault;

  constructor(clock: Clock, timers: Timers, vault: Vault, listener: Listener) {
    this.vault = vault;
    this.#clock = clock;
    this.#timers = timers;
    this.#listener = listener;
  }

  create(request: NewIntent, scenario: Scenario): Intent {
    const now = this.#clock.now();
    const intent: Intent = {
      ...request,
      id: `TRX${randomId().toUpperCase()}`,
      customer: { id: `cus_${randomId()}`, ...request.customer },
      status: 'pending',
      attempts: [],
      refunds: [],
      scenario,
      createdAt: now,
      expiresAt: now + INTENT_LIFETIME,
      completedAt: null,
    };
    this.#intents.set(intent.id, intent);
    return intent;
  }

  /** Reading settles what time has already decided: a timer may be late, an answer may not. */
  find(id: string): Intent | undefined {
    const intent = this.#intents.get(id);
    if (intent) this.#expire(intent);
    return intent;
  }

  all(): Intent[] {
    return [...this.#intents.keys()].flatMap((id) => this.find(id) ?? []);
  }

  /** The attempt that asks for what a page was opened with, whatever became of it: for the bank's page and the phone. */
  findByToken<Type extends TokenAction['type']>(token: string, types: readonly Type[]): Found<Type> | undefined {
    for (const intent of this.all())
      for (const attempt of intent.attempts) {
        const { action } = attempt;
        if (action && 'token' in action && action.token === token && isOneOf(action, types))
          return { intent, attempt, action };
      }
    return undefined;
  }

  start(intent: Intent, { agreed, ...request }: NewAttempt): Attempt {
    const attempt: Attempt = {
      country: null,
      phone: null,
      notificationUrl: '',
      ...request,
      ...(agreed && { agreed }),
      ways: request.scenario,
      steps: [],
      methodCompletion: null,
      id: `att_${randomId()}`,
      savedCard: null,
      decide: null,
      status: 'processing',
      uncertain: false,
      action: null,
      failure: null,
      createdAt: this.#clock.now(),
      actionRequiredAt: null,
      completedAt: null,
      failedAt: null,
      expiredAt: null,
    };
    intent.attempts.push(attempt);
    return attempt;
  }

  /** Once: by time, or by whoever has the network asked again before. */
  decideLater(attempt: Attempt, ms: number, decide: () => void): void {
    const once = () => {
      if (attempt.decide !== once) return;
      attempt.decide = null;
      decide();
    };
    attempt.decide = once;
    this.#timers.later(ms, once);
  }

  requireAction(intent: Intent, attempt: Attempt, action: Action): void {
    if (!isLive(attempt)) return;
    attempt.status = 'action_required';
    attempt.action = action;
    attempt.actionRequiredAt = this.#clock.now();
    this.#listener('payment.attempt.action_required', intent, attempt);
    if ('expiresAt' in action) this.#timers.later(action.expiresAt - this.#clock.now(), () => this.#expire(intent));
  }

  markUncertain(attempt: Attempt): void {
    attempt.uncertain = true;
    attempt.failure = failureOf('UNKNOWN_OUTCOME');
  }

  complete(intent: Intent, attempt: Attempt): void {
    if (!isLive(attempt)) return;
    const now = this.#clock.now();
    Object.assign(attempt, { status: 'completed', uncertain: false, failure: null, completedAt: now });
    if (attempt.agreed) attempt.savedCard = this.vault.keep(attempt.agreed);
    delete attempt.agreed;
    Object.assign(intent, { status: 'completed', completedAt: now });
    this.#listener('payment.attempt.completed', intent, attempt);
    this.#listener('payment.completed', intent, attempt);
  }

  fail(intent: Intent, attempt: Attempt, code: string, category?: string): void {
    if (!isLive(attempt)) return;
    const now = this.#clock.now();
    Object.assign(attempt, { status: 'failed', uncertain: false, failure: failureOf(code, category), failedAt: now });
    delete attempt.agreed;
    if (code === 'PAYMENT_EXPIRED') attempt.expiredAt = now;
    this.#listener('payment.attempt.failed', intent, attempt);
    if (intent.attempts.filter(({ status }) => status === 'failed').length >= MAX_ATTEMPTS) this.end(intent, 'failed');
  }

  cancel(attempt: Attempt): void {
    if (isLive(attempt)) attempt.status = 'cancelled';
    delete attempt.agreed;
  }

  /** Whatever its attempts say: the system's own rules, or a scenario. */
  end(intent: Intent, status: IntentStatus): void {
    intent.status = status;
    const event = `payment.${status}`;
    if (isEventName(event)) this.#listener(event, intent, latestAttempt(intent));
  }

  /** At most what is left of it, which the caller has seen to. */
  refund(intent: Intent, request: NewRefund): Refund {
    const left = refundableOf(intent) - request.amount;
    const type = left === 0 && intent.refunds.length === 0 ? 'full' : 'partial';
    const refund: Refund = { ...request, id: `re_${randomId()}`, type, createdAt: this.#clock.now() };
    intent.refunds.push(refund);
    this.end(intent, left === 0 ? 'refunded' : 'partially_refunded');
    return refund;
  }

  #expire(intent: Intent): void {
    const now = this.#clock.now();
    const attempt = latestAttempt(intent);
    if (!attempt && intent.status === 'pending' && intent.expiresAt <= now) this.end(intent, 'expired');
    if (attempt?.status !== 'action_required' || !attempt.action || !('expiresAt' in attempt.action)) return;
    if (attempt.action.expiresAt <= now) this.fail(intent, attempt, 'PAYMENT_EXPIRED');
  }
}
