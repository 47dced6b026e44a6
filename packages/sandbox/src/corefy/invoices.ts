import type { Clock, Timers } from '../clock.js';
import { minorUnits, moneyOf } from '../money.js';
import { randomId } from '../random-id.js';
import type { Scenario } from '../scenario.js';
import { isFailed, isOpen, isRefundable, wasPaid, type Ending, type Invoice, type Refund, type Sale } from './model.js';
import { refuse } from './problem.js';

export type NewInvoice = Pick<
  Invoice,
  | 'amount'
  | 'currency'
  | 'service'
  | 'description'
  | 'customer'
  | 'metadata'
  | 'gatewayOptions'
  | 'returnUrl'
  | 'returnUrls'
  | 'callbackUrl'
  | 'testMode'
> & {
  /** Made up where there is none. */
  referenceId: string | null;
  expiresAt: number | null;
};

/** `isFirst`: another change follows at once. */
export type Listener = (invoice: Invoice, isFirst: boolean) => void;

/** A brand's books: every invoice and the only ways it may change. */
export class Invoices {
  readonly #invoices = new Map<string, Invoice>();

  constructor(
    private readonly clock: Clock,
    private readonly timers: Timers,
    /** ms that an invoice lives which says nothing of it. */
    private readonly lifetime: number,
    private readonly listener: Listener,
  ) {}

  create(request: NewInvoice, scenario: Scenario): Invoice {
    // This is all that keeps a merchant from creating the same payment twice.
    if (request.referenceId !== null && this.findByReference(request.referenceId))
      refuse('reference_id', 'reference_id_already_exists');
    const now = this.clock.now();
    const id = `cpi_${randomId()}`;
    const invoice: Invoice = {
      ...request,
      id,
      serialNumber: this.#invoices.size + 1,
      gatewayId: `cgi_${randomId()}`,
      token: `${randomId()}.${randomId()}.${randomId()}`,
      referenceId: request.referenceId ?? crypto.randomUUID(),
      customerId: `cus_${randomId()}`,
      status: 'created',
      resolution: 'ok',
      sales: [],
      refunds: [],
      chargedBackAmount: 0,
      createdAt: now,
      updatedAt: now,
      processedAt: null,
      expiresAt: request.expiresAt ?? now + this.lifetime,
      settled: false,
      scenario,
    };
    this.#invoices.set(id, invoice);
    this.timers.later(invoice.expiresAt - now, () => this.#expire(invoice));
    this.listener(invoice, true);
    return invoice;
  }

  /** Reading settles what time has already decided: a timer may be late, an answer may not. */
  find(id: string): Invoice | undefined {
    const invoice = this.#invoices.get(id);
    if (invoice) this.#expire(invoice);
    return invoice;
  }

  findByReference(referenceId: string): Invoice | undefined {
    return this.all().find((invoice) => invoice.referenceId === referenceId);
  }

  findByToken(token: string): Invoice | undefined {
    return this.all().find((invoice) => invoice.token === token);
  }

  all(): Invoice[] {
    return [...this.#invoices.keys()].flatMap((id) => this.find(id) ?? []);
  }

  addSale(invoice: Invoice, sale: Sale): void {
    invoice.sales.push(sale);
  }

  /** A sale is under way; more follows. */
  move(invoice: Invoice, sale: Sale, to: Ending): void {
    Object.assign(sale, to);
    if (isOpen(invoice)) this.#change(invoice, to, true);
  }

  settle(invoice: Invoice, sale: Sale, end: Ending): void {
    // Too late for an invoice that has expired. One that is paid already is charged again.
    if (isFailed(invoice.status)) return;
    Object.assign(sale, end, { step: null });
    invoice.settled = true;
    if (!isOpen(invoice)) return;
    if (wasPaid(end.status)) invoice.processedAt = this.clock.now();
    this.#change(invoice, end);
  }

  refund(invoice: Invoice, request: Omit<Refund, 'id' | 'createdAt'>): Refund {
    const left = refundableOf(invoice);
    const asked = minorUnits({ major: request.amount, currency: invoice.currency });
    if (!isRefundable(invoice) || asked > left) refuse('amount', 'amount_exceeds_refundable');
    const refund = { ...request, id: `ref_${randomId()}`, createdAt: this.clock.now() };
    this.#change(invoice, { status: 'refund_pending', resolution: 'ok' }, true);
    invoice.refunds.push(refund);
    this.#change(invoice, { status: asked === left ? 'refunded' : 'partially_refunded', resolution: 'ok' });
    return refund;
  }

  /** A bank takes back what the merchant has not given back already. */
  chargeBack(invoice: Invoice, amount: number): void {
    if (!wasPaid(invoice.status) || amount <= 0) return;
    const { currency } = invoice;
    const minor = minorUnits({ major: invoice.chargedBackAmount, currency }) + minorUnits({ major: amount, currency });
    invoice.chargedBackAmount = moneyOf(minor, currency).major;
    const status = invoice.chargedBackAmount < invoice.amount ? 'partially_charged_back' : 'charged_back';
    this.#change(invoice, { status, resolution: 'ok' });
  }

  #change(invoice: Invoice, { status, resolution }: Ending, isFirst = false): void {
    // Real invoices are dated in whole seconds: two changes may share one.
    Object.assign(invoice, { status, resolution, updatedAt: this.clock.now() });
    this.listener(invoice, isFirst);
  }

  #expire(invoice: Invoice): void {
    if (!isOpen(invoice) || invoice.expiresAt > this.clock.now()) return;
    const expired = { status: 'expired', resolution: 'transaction_expired' };
    for (const sale of invoice.sales) if (!isFailed(sale.status)) Object.assign(sale, expired);
    this.#change(invoice, expired);
  }
}

/** Minor units: sums of fractions are none. */
export function refundedOf({ refunds, currency }: Invoice): number {
  return refunds.reduce((sum, { amount }) => sum + minorUnits({ major: amount, currency }), 0);
}

function refundableOf(invoice: Invoice): number {
  const { amount, chargedBackAmount, currency } = invoice;
  const left = minorUnits({ major: amount, currency }) - minorUnits({ major: chargedBackAmount, currency });
  return left - refundedOf(invoice);
}

/** What is left to refund or to charge back, or half of it. */
export function refundPartOf(invoice: Invoice, part: boolean): number {
  const left = refundableOf(invoice);
  return moneyOf(part ? Math.ceil(left / 2) : left, invoice.currency).major;
}
