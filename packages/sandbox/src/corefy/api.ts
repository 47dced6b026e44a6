import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { answerAs, readScenario, SCENARIO_HEADER, ScenarioError } from '../scenario.js';
import type { SandboxWorld } from '../simulator.js';
import type { CardGateway } from './card-gateway.js';
import type { Invoices } from './invoices.js';
import type { Invoice } from './model.js';
import type { NativeJson } from './native.js';
import { CorefyError, refuse } from './problem.js';
import { objectOf, readAttributes, readNewInvoice, readSale, requireOpen, textOf } from './requests.js';

export interface ApiOptions {
  world: SandboxWorld;
  invoices: Invoices;
  gateway: CardGateway;
  native: NativeJson;
  accountId: string;
  apiKey: string;
  publicKey: string;
}

/** The platform's HTTP API: docs/sandbox-corefy.md. */
export function createApi({ world, invoices, gateway, native, accountId, apiKey, publicKey }: ApiOptions): Hono {
  const api = new Hono();
  const credentials = `Basic ${Buffer.from(`${accountId}:${apiKey}`).toString('base64')}`;

  api.onError((error) => {
    if (error instanceof CorefyError) return error.toResponse();
    if (error instanceof ScenarioError) return Response.json({ message: error.message }, { status: 400 });
    throw error;
  });

  /** What everybody may ask. */
  for (const base of ['/api', '/public-api'])
    api.post(`${base}/payment-prerequest`, async (c) => {
      const { public_key, currency } = objectOf(await c.req.json().catch(() => null));
      if (public_key !== publicKey) throw new CorefyError(401, 'invalid_public_key');
      if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) refuse('currency');
      return c.json(prerequest(currency));
    });
  api.get('/public-api/payment-invoices/:id', (c) => {
    const invoice = required(invoices.find(c.req.param('id')));
    return answerAbout(invoice, native.invoice(invoice, { isPublic: true }));
  });

  api.use('/api/payment-invoices/*', async (c, next) => {
    if (!sameText(c.req.header('Authorization') ?? '', credentials)) throw new CorefyError(401, 'unauthorized');
    await next();
  });

  for (const path of ['/api/payment-invoices', '/api/payment-invoices/']) {
    api.post(path, async (c) => {
      const scenario = readScenario(c.req.header(SCENARIO_HEADER));
      const attributes = readAttributes(await c.req.text(), 'payment-invoices');
      const invoice = invoices.create(readNewInvoice(attributes, world.clock.now()), scenario);
      return c.json(native.invoice(invoice, { isCreated: true }), 201);
    });

    api.get(path, (c) => {
      const reference = c.req.query('filter[reference_id]');
      const found = invoices.all().filter(({ referenceId }) => reference === undefined || referenceId === reference);
      const data = found.map((invoice) => native.invoice(invoice).data);
      return found[0] ? answerAbout(found[0], { data }) : c.json({ data });
    });
  }

  api.get('/api/payment-invoices/:id', (c) => {
    const invoice = required(invoices.find(c.req.param('id')));
    return answerAbout(invoice, native.invoice(invoice));
  });

  api.post('/api/payment-invoices/:id/refund', async (c) => {
    const invoice = required(invoices.find(c.req.param('id')));
    const { amount, reference_id, description } = readAttributes(await c.req.text(), 'refund');
    const referenceId = textOf(reference_id) ?? refuse('reference_id', 'required');
    if (typeof amount !== 'number' || !(amount > 0)) refuse('amount');
    const refund = invoices.refund(invoice, { referenceId, amount, description: textOf(description) });
    return c.json(native.refund(invoice, refund), 201);
  });

  /** The card gateway has a host of its own, and a key for each invoice. */
  const bearer = (authorization: string | undefined) => {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    return requireOpen(token === undefined ? undefined : invoices.findByToken(token));
  };
  api.post('/gateway/payment/sale', async (c) => {
    const invoice = bearer(c.req.header('Authorization'));
    const card = readSale(readAttributes(await c.req.text(), 'sale-operation'));
    const sale = await gateway.sell(invoice, card);
    return answerAbout(invoice, native.sale(invoice, sale), { httpStatus: 201 });
  });
  api.post('/gateway/payment/otp', async (c) => {
    const invoice = bearer(c.req.header('Authorization'));
    const sale = gateway.confirm(invoice, readAttributes(await c.req.text(), 'otp-operation')['otp']);
    return answerAbout(invoice, native.sale(invoice, sale));
  });

  return api;
}

/** Spoilt as the scenario asks, and where there is an `after`, until then. */
function answerAbout({ scenario, settled }: Invoice, body: unknown, options?: { httpStatus: number }): Response {
  return answerAs(settled && scenario.after !== undefined ? {} : scenario, body, options);
}

function prerequest(currency: string) {
  const code = `payment_card_${currency.toLowerCase()}_hpp`;
  const service = { code, method: 'payment_card', flow: 'hpp', currency, status: 'available', fields: [] };
  const method = { code: 'payment_card', name: 'Card', category: 'bank_card', logo: null, icon: null };
  return {
    data: {
      type: 'payment-prerequests',
      attributes: { currency, test_mode: true, services: { [code]: service }, methods: { payment_card: method } },
    },
  };
}

function required(invoice: Invoice | undefined): Invoice {
  if (!invoice) throw new CorefyError(404, 'not_found');
  return invoice;
}

/** Compares in the same time whatever the difference, lengths included. */
function sameText(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
