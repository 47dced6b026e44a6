import type { Clock, Timers } from '../clock.js';
import type { Scenario } from '../scenario.js';
import { capturedOf, refundableOf, type Payment, type Session } from './model.js';
import { refuse } from './problem.js';
import { standingOf, type Standing } from './psp-statuses.js';

/** Nothing is published of how long a session may be paid. */
const SESSION_LIFETIME = 24 * 60 * 60_000;

export type NewSession = Pick<
  Session,
  'amount' | 'currency' | 'captureMode' | 'redirectionUrl' | 'order' | 'request' | 'webhookUrl'
>;
export type NewPayment = Pick<
  Payment,
  'amount' | 'currency' | 'orderReference' | 'split' | 'installments' | 'card' | 'scenario'
>;

/** `isFirst`: another change follows. */
export type Listener = (session: Session, payment: Payment, isFirst: boolean) => void;

/** Purse's books: every session and payment, and the only ways they may change. */
export class Books {
  readonly #sessions = new Map<string, Session>();

  constructor(
    private readonly clock: Clock,
    private readonly timers: Timers,
    private readonly listener: Listener,
  ) {}

  open(request: NewSession, scenario: Scenario): Session {
    const now = this.clock.now();
    const session: Session = {
      ...request,
      id: crypto.randomUUID(),
      status: 'CREATED',
      scenario,
      payments: [],
      createdAt: now,
      expiresAt: now + SESSION_LIFETIME,
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  session(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }

  payment(id: string): { session: Session; payment: Payment } | undefined {
    for (const session of this.#sessions.values())
      for (const payment of session.payments) if (payment.id === id) return { session, payment };
    return undefined;
  }

  /** A payment that waits for its partner. What becomes of it follows. */
  start(session: Session, request: NewPayment): Payment {
    if (session.status === 'ABORTED' || session.expiresAt <= this.clock.now()) refuse('/client_session_id');
    const payment: Payment = {
      ...request,
      ...standingOf('not_started'),
      id: crypto.randomUUID(),
      version: 1,
      challenge: null,
      authorized: 0,
      captures: [],
      refunded: 0,
      chargedBack: 0,
      createdAt: this.clock.now(),
      settled: false,
    };
    session.payments.push(payment);
    session.status = 'SUBMITTED';
    this.listener(session, payment, true);
    return payment;
  }

  /** In the meantime. */
  move(session: Session, payment: Payment, standing: Standing): void {
    if (!payment.settled) this.#change(session, payment, standing, true);
  }

  settle(session: Session, payment: Payment, standing: Standing): void {
    if (payment.settled) return;
    payment.settled = true;
    if (standing.state === 'SUCCESS') {
      payment.authorized = payment.amount;
      if (session.captureMode === 'AUTOMATIC') payment.captures.push({ reference: null, amount: payment.amount });
    }
    this.#change(session, payment, standing);
  }

  settleLater(ms: number, ...change: Parameters<Books['settle']>): void {
    this.timers.later(ms, () => this.settle(...change));
  }

  capture(session: Session, payment: Payment, amount: number, reference: string | null): void {
    if (amount > payment.authorized - capturedOf(payment)) refuse('/amount');
    payment.captures.push({ reference, amount });
    this.#change(session, payment);
  }

  refund(session: Session, payment: Payment, amount: number): void {
    if (amount <= 0 || amount > refundableOf(payment)) refuse('/amount');
    payment.refunded += amount;
    this.#change(session, payment);
  }

  chargeBack(session: Session, payment: Payment, amount: number): void {
    payment.chargedBack += amount;
    this.#change(session, payment);
  }

  /** What is not decided yet never will be. */
  abort(session: Session): void {
    session.status = 'ABORTED';
    for (const payment of session.payments) this.settle(session, payment, standingOf('ABORTED'));
  }

  #change(session: Session, payment: Payment, standing?: Standing, isFirst = false): void {
    Object.assign(payment, standing, { version: payment.version + 1 });
    this.listener(session, payment, isFirst);
  }
}
