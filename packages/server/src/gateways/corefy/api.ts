import type { Provider } from '@florin/providers';
import { GatewayError, toGatewayError, type AttemptRequest, type GatewayPayment } from '../../gateway.js';
import { ProviderHttp } from '../provider-http.js';
import { findInvoice, invoiceOf, type Invoice, type Step } from './invoice.js';
import type { CorefyOptions } from './options.js';
import { cardRefusalsOf, refusalsOf, refused } from './refusal.js';

/** Every path in one place. */
const paths = {
  invoices: '/payment-invoices',
  invoice: (id: string) => `${paths.invoices}/${encodeURIComponent(id)}`,
  byReference: (reference: string) => `${paths.invoices}/?filter[reference_id]=${encodeURIComponent(reference)}`,
  sale: '/payment/sale',
};

/** The two hosts of a brand: its private API, and the card gateway with a key for each invoice. */
export class CorefyApi {
  readonly #private: ProviderHttp;
  readonly #cards: ProviderHttp;

  constructor(provider: Provider, options: CorefyOptions) {
    const { accountId, apiKey, cardGatewayUrl } = options;
    const Authorization = `Basic ${btoa(`${accountId}:${apiKey}`)}`;
    this.#private = new ProviderHttp(options, {
      authorize: () => ({ Authorization }),
      refusalOf: refusalsOf(provider),
    });
    this.#cards = new ProviderHttp(
      { ...options, baseUrl: cardGatewayUrl },
      { authorize: () => ({}), refusalOf: cardRefusalsOf(provider) },
    );
  }

  /** The platform takes a reference once: however often this arrives, it makes one invoice. */
  async create(body: unknown, payment: GatewayPayment): Promise<Invoice> {
    return invoiceOf(
      await this.#private.call({ method: 'POST', path: paths.invoices, body, payment, isIdempotent: true }),
    );
  }

  async find(payment: GatewayPayment, { id, providerId }: AttemptRequest['attempt']): Promise<Invoice | null> {
    if (providerId !== null) return this.#get(providerId, payment);
    return findInvoice(await this.#private.call({ method: 'GET', path: paths.byReference(id), payment }), id);
  }

  /** Charges the card, each time it is called. */
  async sell(token: string, body: unknown, payment: GatewayPayment): Promise<unknown> {
    try {
      return await this.toCardGateway(paths.sale, token, body, payment);
    } catch (thrown) {
      const error = toGatewayError(thrown);
      if (error.outcome !== 'not_sent') throw error;
      // The invoice is there already: this attempt cannot be undone any more, but it has certainly failed.
      throw refused(error.code, 'try_again_later', 'The card gateway did not take the card.');
    }
  }

  toCardGateway(path: string, token: string, body: unknown, payment: GatewayPayment): Promise<unknown> {
    return this.#cards.call({ method: 'POST', path, body, payment, headers: { Authorization: `Bearer ${token}` } });
  }

  /** The invoice as it is after the card gateway's answer: its status decides, not that of the gateway's own record. */
  async invoiceAfter(invoice: Invoice, step: Step, payment: GatewayPayment): Promise<Invoice> {
    try {
      return await this.#get(invoice.id, payment);
    } catch (thrown) {
      // What the customer has to do is known, and waits for nobody.
      if (Object.keys(step).length > 0) return invoice;
      // The card was sent: whatever kept this question from being answered, it did not.
      throw new GatewayError('unknown', toGatewayError(thrown).code, { cause: thrown });
    }
  }

  async #get(id: string, payment: GatewayPayment): Promise<Invoice> {
    return invoiceOf(await this.#private.call({ method: 'GET', path: paths.invoice(id), payment }));
  }
}
