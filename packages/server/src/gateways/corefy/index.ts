import type { Provider } from '@florin/providers';
import { GatewayError, type Gateway } from '../../gateway.js';
import { InvalidOptionError } from '../../invalid-option.js';
import { isSameAmount, toMajorUnits } from '../major-units.js';
import { CorefyApi } from './api.js';
import { readCallback } from './callback.js';
import { stepOf } from './invoice.js';
import { createInvoice } from './create-invoice.js';
import { OTP_PATH, otpBody, type CorefyOptions } from './options.js';
import { doubtful, isOver, readInvoice } from './reading.js';
import { amountMismatch, refused, testModeMismatch } from './refusal.js';
import { saleBody } from './sale-body.js';

export type { CorefyOptions } from './options.js';

/**
 * A brand on Corefy's platform, over its private API and its card gateway: one invoice for each attempt, and one sale for
 * each invoice.
 *
 * A sale is charged each time it is sent, so it is sent once, by the very call that made the invoice. Any other call for the
 * same attempt (the first one's process has died, or has only been slow) finds that invoice and sends no card. What nobody
 * knows then, the invoice's own short life ends.
 *
 * Corefy has no call that cancels, and none that sends another code.
 */
export function createCorefyGateway(provider: Provider, options: CorefyOptions): Gateway {
  const api = new CorefyApi(provider, options);
  const read = readInvoice.bind(null, provider);

  return {
    takes: ['card'],

    check({ amount }) {
      if (toMajorUnits(amount) === null)
        throw new InvalidOptionError('amount', `${provider.id} cannot be told it exactly`);
    },

    async start(request) {
      const { input, payment } = request;
      // For payment in parts there is no field: the whole amount would be charged at once.
      if (input.type !== 'card' || request.installments || request.plan)
        throw refused('method_not_supported', 'method_unavailable', 'The provider is sent cards alone, paid at once.');
      const { invoice, isOurs } = await createInvoice(api, request, options);
      if (!isOurs) return doubtful(read(payment, invoice));
      if (!isSameAmount(invoice.amount, payment.amount, 'major')) throw amountMismatch();
      const created = read(payment, invoice);
      if (created.violations || isOver(created)) return created;
      if (invoice.token === null)
        throw refused('no_card_token', 'merchant_setup', 'The invoice has no token for a card: check the service.');
      const { testMode } = options;
      if (testMode !== undefined && invoice.isTest !== null && invoice.isTest !== testMode) throw testModeMismatch();
      // Nobody else sends a card to this invoice: without this sale the attempt has certainly failed.
      if (request.isInTime?.() === false)
        throw refused('too_late', 'try_again_later', 'The invoice took too long to be made: no card was sent.');
      const step = stepOf(await api.sell(invoice.token, saleBody(input, request, options), payment));
      return read(payment, await api.invoiceAfter(invoice, step, payment), step);
    },

    async read({ payment, attempt }) {
      const invoice = await api.find(payment, attempt);
      if (!invoice) return { attempt: null };
      const reading = read(payment, invoice);
      if (isOver(reading) || !reading.attempt || reading.attempt.uncertain) return reading;
      // The issuer's page is told once, in the answer to the sale; an invoice that waits for it may look like any other.
      if (attempt.nextAction) return { ...reading, attempt: { ...reading.attempt, status: 'action_required' } };
      // No card has come to it: one that was sent and not answered may be on its way, or lost.
      return attempt.uncertain && invoice.status?.toLowerCase() === 'created' ? doubtful(reading) : reading;
    },

    async confirm({ payment, attempt, answer }) {
      const invoice = await api.find(payment, attempt);
      if (!invoice) throw new GatewayError('unknown', 'attempt_unknown');
      // Of anything but a code the platform hears from the issuer.
      if (!('otp' in answer)) return read(payment, invoice);
      if (invoice.token === null) throw new GatewayError('unknown', 'no_card_token');
      const { otpPath = OTP_PATH, otpBody: bodyOf = otpBody } = options;
      const step = stepOf(await api.toCardGateway(otpPath, invoice.token, bodyOf(answer.otp), payment));
      return read(payment, await api.invoiceAfter(invoice, step, payment), step);
    },

    verifyWebhook: (rawBody, headers) => readCallback(rawBody, headers, options.callbackSecret),
  };
}
