import type { CardInput } from '@florin/contract';
import type { Clock, Timers } from '../../clock.js';
import { failureOf } from './failure-codes.js';
import { isLive, latestAttempt } from './model.js';
import type { Action, Attempt, CardSummary, Customer, EventName, Intent } from './model.js';
import type { Money } from '../../money.js';
import { randomId } from '../../random-id.js';
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
}

export type Listener = (event: EventName, intent: Intent, attempt: Attempt | null) => void;

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

  create(request: NewIntent): Intent {
    const now = this.#clock.now();
    const intent: Intent = {
      ...request,
      id: `TRX${randomId().toUpperCase()}`,
      customer: { id: `cus_${randomId()}`, ...request.customer },
      status: 'pending',
      attempts: [],
      softDeclined: false,
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

  /** The attempt that holds a given action, whatever became of it: for the issuer's page and the phone. */
  findByAction(matches: (action: Action) => boolean): { intent: Intent; attempt: Attempt; action: Action } | undefined {
    for (const intent of this.all())
      for (const attempt of intent.attempts)
        if (attempt.action && matches(attempt.action)) return { intent, attempt, action: attempt.action };
    return undefined;
  }

  /** `agreed`: a card that the customer wants kept, which is kept only when the attempt completes. */
  start(intent: Intent, method: Attempt['method'], card?: CardSummary, agreed?: CardInput): Attempt {
    const attempt: Attempt = {
      id: `att_${randomId()}`,
      method,
      ...(card && { card }),
      ...(agreed && { agreed }),
      savedCard: null,
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

  fail(intent: Intent, attempt: Attempt, code: string): void {
    if (!isLive(attempt)) return;
    const now = this.#clock.now();
    Object.assign(attempt, { status: 'failed', uncertain: false, failure: failureOf(code), failedAt: now });
    delete attempt.agreed;
    if (code === 'PAYMENT_EXPIRED') attempt.expiredAt = now;
    this.#listener('payment.attempt.failed', intent, attempt);
    if (intent.attempts.filter(({ status }) => status === 'failed').length < MAX_ATTEMPTS) return;
    intent.status = 'failed';
    this.#listener('payment.failed', intent, attempt);
  }

  cancel(attempt: Attempt): void {
    if (isLive(attempt)) attempt.status = 'cancelled';
    delete attempt.agreed;
  }

  refund(intent: Intent, part: boolean): void {
    if (intent.status !== 'completed' && intent.status !== 'partially_refunded') return;
    intent.status = part ? 'partially_refunded' : 'refunded';
    this.#listener(`payment.${intent.status}`, intent, latestAttempt(intent));
  }

  #expire(intent: Intent): void {
    const now = this.#clock.now();
    const attempt = latestAttempt(intent);
    if (!attempt && intent.status === 'pending' && intent.expiresAt <= now) {
      intent.status = 'expired';
      this.#listener('payment.expired', intent, null);
    }
    if (attempt?.status !== 'action_required' || !attempt.action || !('expiresAt' in attempt.action)) return;
    if (attempt.action.expiresAt <= now) this.fail(intent, attempt, 'PAYMENT_EXPIRED');
  }
}
