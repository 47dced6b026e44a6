import { creqOf } from '../acs/messages.js';
import { moneyOf } from '../money.js';
import { refundedOf } from './invoices.js';
import { isOpen, type Invoice, type Refund, type Sale, type Step } from './model.js';

/** What a scenario's `fields` put into the answer to a sale, beside the invoice. */
const saleFields = ['auth_mode', 'auth_payload'];

/** Writes invoices down in the platform's own JSON (JSON:API; major units; whole seconds). */
export class NativeJson {
  constructor(
    private readonly brand: string,
    private readonly publicUrl: string,
  ) {}

  /** `isCreated`: the answer to the creation, which no scenario changes: without it nothing would begin. */
  invoice(invoice: Invoice, { isCreated = false, isPublic = false } = {}) {
    const { id, service, scenario } = invoice;
    const attributes = { ...this.#attributes(invoice, isPublic), ...(!isCreated && fieldsOf(scenario.fields, false)) };
    return {
      data: {
        type: 'payment-invoices',
        id,
        attributes,
        relationships: {
          'payment-service': { data: { type: 'payment-services', id: service } },
          'payment-method': { data: { type: 'payment-methods', id: 'payment_card' } },
        },
        links: { self: `/api/payment-invoices/${id}` },
      },
      ...(!isPublic && { included: included(invoice) }),
    };
  }

  /** What the card gateway answers to a sale. */
  sale(invoice: Invoice, sale: Sale) {
    const { gatewayId, amount, currency, description, service, gatewayOptions, customer, metadata } = invoice;
    const { status, resolution } = invoice;
    const own = { status: sale.status, resolution: sale.resolution };
    return {
      data: {
        id: gatewayId,
        attributes: {
          amount,
          currency,
          description,
          service,
          options: gatewayOptions,
          customer,
          repeatable: true,
          flow: 'charge',
          status,
          resolution,
          active_request: own,
          active_payment: sale.step ? { status: 'authorize_required', resolution: 'ok' } : own,
          auto_repay: false,
          metadata: orEmptyList(metadata),
          form_data: {},
          ...fieldsOf(invoice.scenario.fields, false),
        },
        payment: { fee: '0.00', feeStrategy: 'external' },
      },
      ...(sale.step && this.#step(invoice, sale.step)),
      ...fieldsOf(invoice.scenario.fields, true),
    };
  }

  refund(invoice: Invoice, { id, referenceId, amount, description, createdAt }: Refund) {
    const { currency } = invoice;
    const attributes = {
      reference_id: referenceId,
      original_id: invoice.id,
      description,
      status: 'processed',
      amount,
      fee: 0,
      currency,
      created: seconds(createdAt),
    };
    return { data: { type: 'refunds', id, attributes } };
  }

  #attributes(invoice: Invoice, isPublic: boolean): Record<string, unknown> {
    const { amount, currency, processedAt } = invoice;
    const processed = processedAt === null ? null : amount;
    return {
      serial_number: String(invoice.serialNumber).padStart(10, '0'),
      status: invoice.status,
      resolution: invoice.resolution,
      moderation_required: false,
      amount,
      payment_amount: amount,
      currency,
      service_amount: amount,
      payment_service_amount: amount,
      exchange_rate: 1,
      service_currency: currency,
      reference_id: invoice.referenceId,
      test_mode: invoice.testMode,
      fee: 0,
      deposit: amount,
      processed: seconds(processedAt),
      processed_amount: processed,
      refunded_amount: moneyOf(refundedOf(invoice), currency).major,
      processed_fee: processed && 0,
      processed_deposit: processed,
      charged_back_amount: invoice.chargedBackAmount,
      metadata: isPublic ? [] : orEmptyList(invoice.metadata),
      flow_data: this.#flowData(invoice, isPublic),
      flow: 'hpp',
      payment_flow: 'charge',
      return_url: invoice.returnUrl,
      return_urls: orEmptyList(invoice.returnUrls),
      callback_url: isPublic ? null : invoice.callbackUrl,
      created: seconds(invoice.createdAt),
      updated: seconds(invoice.updatedAt),
      payload: payload(invoice),
      original_data: [],
      rrn: null,
      approval_code: null,
      reserved_amount: 0,
      reserve_expires: null,
      unreserved: null,
      source: 'api',
      callback_logs: [],
      descriptor: null,
      description: invoice.description,
      expires: seconds(invoice.expiresAt),
    };
  }

  /** Who pays on the hosted page goes to `action`; who sends the card bears the token. */
  #flowData({ id, gatewayId, token, ...invoice }: Invoice, isPublic: boolean) {
    if (!isOpen({ id, gatewayId, token, ...invoice })) return [];
    const page = { action: `${this.publicUrl}/${this.brand}/hpp/?cpi=${id}`, method: 'GET', params: [] };
    return isPublic ? page : { ...page, metadata: { sid: gatewayId, token } };
  }

  /** The names of 3-D Secure 2 and of the first version; of a one-time code no shape is published. */
  #step({ token }: Invoice, step: Step) {
    if (step.type === 'otp') return { auth_mode: 'otp', auth_payload: { channel: 'sms', sent_to: '•••• 42' } };
    const message = creqOf(step.challenge);
    const params =
      step.version === 2
        ? { creq: message }
        : { PaReq: message, MD: token.slice(0, 8), TermUrl: step.challenge.notificationUrl };
    return { auth_mode: '3ds', auth_payload: { action: `${this.publicUrl}/acs/challenge`, method: 'POST', params } };
  }
}

function included({ gatewayId, status, resolution, customerId, customer, sales }: Invoice) {
  const requests = sales.map((sale) => ({
    type: 'payment-requests',
    id: sale.id,
    attributes: { status: sale.status, resolution: sale.resolution, payment_gateway_invoice: gatewayId },
  }));
  const first = { type: 'payment-requests', id: `prq_${gatewayId.slice(4)}`, attributes: { status, resolution } };
  return [...(requests.length > 0 ? requests : [first]), { type: 'customers', id: customerId, attributes: customer }];
}

function payload({ sales }: Invoice) {
  const sale = sales.at(-1);
  return sale ? { card: { brand: sale.brand, mask: `************${sale.last4}` } } : [];
}

/** The platform writes an empty object as an empty list. */
function orEmptyList(object: Record<string, unknown>): Record<string, unknown> | [] {
  return Object.keys(object).length > 0 ? object : [];
}

function fieldsOf(fields: Record<string, unknown> = {}, ofSale: boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => saleFields.includes(name) === ofSale));
}

function seconds(time: number): number;
function seconds(time: number | null): number | null;
function seconds(time: number | null): number | null {
  return time === null ? null : Math.floor(time / 1000);
}
