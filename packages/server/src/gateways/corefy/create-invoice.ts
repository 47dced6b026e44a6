import { GatewayError, toGatewayError, type StartRequest } from '../../gateway.js';
import { toMajorUnits } from '../major-units.js';
import type { CorefyApi } from './api.js';
import type { Invoice } from './invoice.js';
import { invoiceBody } from './invoice-body.js';
import type { CorefyOptions } from './options.js';
import { amountMismatch, referenceMismatch } from './refusal.js';

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
  const body = invoiceBody(request, amount, run, options);
  // A setting has the last word on it. Without the reference each call would make an invoice, and send a card to it.
  if (body.data.attributes.reference_id !== attempt.id) throw referenceMismatch();
  try {
    const invoice = await api.create(body, payment);
    if (invoice.referenceId !== attempt.id) throw referenceMismatch();
    // Not every answer may repeat the metadata. Without it nobody else's may be told from ours: only the first call is sure.
    return { invoice, isOurs: invoice.run === run || (invoice.run === null && !attempt.uncertain) };
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
