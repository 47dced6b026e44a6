import type { Clock, Timers } from '../clock.js';
import { randomId } from '../random-id.js';
import type { Scenario } from '../scenario.js';
import type { PlanPayment, Terms } from './plans.js';

/** A payment of Alma. Times are ms since 1970, amounts euro cents. */
export interface AlmaPayment {
  id: string;
  /** Native. A scenario may ask for any. */
  state: string;
  amount: number;
  terms: Terms;
  plan: PlanPayment[];
  returnUrl: string | null;
  ipnUrl: string | null;
  customData: Record<string, unknown>;
  /** The rest of the request, which comes back as it was. */
  about: Record<string, unknown>;
  refunds: { id: string; amount: number; created: number }[];
  createdAt: number;
  expiredAt: number | null;
  scenario: Scenario;
}

export type NewPayment = Pick<
  AlmaPayment,
  'amount' | 'terms' | 'plan' | 'returnUrl' | 'ipnUrl' | 'customData' | 'about' | 'scenario'
>;

/** Alma's own default is not published. */
const LIFETIME = 24 * 60 * 60_000;
const unpaid = ['not_started', 'scored_yes', 'scored_maybe'];

/** Alma's books: every payment and the only ways it may change. */
export class Payments {
  readonly #payments = new Map<string, AlmaPayment>();

  constructor(
    private readonly clock: Clock,
    private readonly timers: Timers,
    private readonly listener: (payment: AlmaPayment) => void,
  ) {}

  create(request: NewPayment): AlmaPayment {
    const payment: AlmaPayment = {
      ...request,
      id: `payment_${randomId()}`,
      state: 'not_started',
      refunds: [],
      createdAt: this.clock.now(),
      expiredAt: null,
    };
    this.#payments.set(payment.id, payment);
    const { status, code, after } = payment.scenario;
    const asked = status ?? code;
    if (asked !== undefined && after === undefined) this.move(payment, asked);
    else if (asked !== undefined) this.timers.later(after ?? 0, () => this.move(payment, asked));
    this.timers.later(LIFETIME, () => this.#expire(payment));
    return payment;
  }

  find(id: string): AlmaPayment | undefined {
    return this.#payments.get(id);
  }

  all(): AlmaPayment[] {
    return [...this.#payments.values()];
  }

  move(payment: AlmaPayment, state: string): void {
    if (!isOpen(payment)) return;
    payment.state = state;
    this.listener(payment);
  }

  refund(payment: AlmaPayment, amount: number): void {
    payment.refunds.push({ id: `refund_${randomId()}`, amount, created: Math.floor(this.clock.now() / 1000) });
    this.listener(payment);
  }

  #expire(payment: AlmaPayment): void {
    if (!isOpen(payment)) return;
    payment.expiredAt = this.clock.now();
    this.listener(payment);
  }
}

/** Its page can still be paid on. */
export function isOpen({ state, expiredAt }: AlmaPayment): boolean {
  return unpaid.includes(state) && expiredAt === null;
}

/** What has been taken and not given back. In this simulation all of it is taken at once. */
export function refundableOf({ state, amount, refunds }: AlmaPayment): number {
  const isPaid = state === 'in_progress' || state === 'paid';
  return isPaid ? refunds.reduce((left, refund) => left - refund.amount, amount) : 0;
}
