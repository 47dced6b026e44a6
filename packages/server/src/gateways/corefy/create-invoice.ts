import { GatewayError, toGatewayError, type StartRequest } from '../../gateway.js';
import { toMajorUnits } from '../major-units.js';
import type { CorefyApi } from './api.js';
import type { Invoice } from './invoice.js';
import { invoiceBody } from './invoice-body.js';
import type { CorefyOptions } from './options.js';
import { amountMismatch } from './refusal.js';

export interface ClaimedInvoice {
  invoice: Invoice;
  /** This very call has made it: nobody else has sent a card to it, or will. */
  isOurs: boolean;
}

/**
 * Makes the attempt's invoice, or finds the one that is there. Two calls for one attempt make one invoice, because its
 * reference is the attempt's; and `florin_run` in its metadata tells the call whose answer was lost, but whose invoice it
 * is, from another one. No money can move here.
 */
export async function createInvoice(
  api: CorefyApi,
  request: StartRequest,
  options: CorefyOptions,
): Promise<ClaimedInvoice> {
  const { payment, attempt } = request;
  const amount = toMajorUnits(payment.amount);
  if (amount === null) throw amountMismatch();
  const run = crypto.randomUUID();
  try {
    const invoice = await api.create(invoiceBody(request, amount, run, options), payment);
    // Not every answer may repeat the metadata.
    return { invoice, isOurs: invoice.run === null || invoice.run === run };
  } catch (thrown) {
    const error = toGatewayError(thrown);
    if (!mayBeThere(error)) throw error;
    const invoice = await api.find(payment, { id: attempt.id, providerId: null }).catch((cause: unknown) => {
      throw new GatewayError('unknown', error.code, { cause });
    });
    if (!invoice) throw error;
    return { invoice, isOurs: invoice.run === run };
  }
}

/**
 * "If it does not answer 201, admit that the creation has failed", says the brands' page; but an answer may be lost, and how
 * a taken reference is refused is not documented. So it is looked for before it is given up.
 */
function mayBeThere({ outcome, code }: GatewayError): boolean {
  return outcome === 'unknown' || code === 'http_400' || code === 'http_422';
}
