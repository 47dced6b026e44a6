import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CheckoutServer, CreatedIntent } from '@florin/server';
import type { Order as ToldOrder, Price } from '../src/shop/orders.js';
import type { ShopLocale } from '../src/shop/words.js';
import type { Customers } from './customers.js';
import type { ShownShop } from './drawn/shown-shop.js';
import { localeOf } from './drawn/locale.js';
import { withChosenPlan } from './chosen-plan.js';
import { galleryBank } from './gallery-bank.js';
import { readOffer } from './offer.js';
import type { Offer, ProviderId } from './offer.js';
import { payByForm } from './pay-by-form.js';
import { oneTagPage } from './one-tag.js';
import { florinFiles } from './pages.js';
import { Orders, installmentsOf, orderOf, paymentOf, readChoice } from './orders.js';
import type { Choice, Order } from './orders.js';
import { refund } from './refund.js';

export const MERCHANT = 'Atelier Nord';
/** The provider that finances purchases, with Alma. */
const LENDER: ProviderId = 'purse';
export const CHECKOUT_PATH = '/api/checkout';
/** The same payments, for a page whose policy names no bank. */
export const BRIDGED_PATH = '/api/bridged';

export interface ShopOptions {
  checkout: CheckoutServer;
  bridged: CheckoutServer;
  customers: Customers;
  publicUrl: string;
  sandboxUrl: string;
  pagesOf: (shop: ShownShop) => Hono;
}

interface Made {
  order: Order;
  created: CreatedIntent;
  customer: string | undefined;
}

/** The merchant's own server: its orders, and Florin's kit at the path the tag names as its endpoint. */
export function createShop({ checkout, bridged, customers, publicUrl, sandboxUrl, pagesOf }: ShopOptions): Hono {
  const orders = new Orders();
  const app = new Hono();

  app.all(`${CHECKOUT_PATH}/*`, (c) => checkout.fetch(c.req.raw));
  app.all(`${BRIDGED_PATH}/*`, (c) => bridged.fetch(c.req.raw));

  app.post('/api/orders', bodyLimit({ maxSize: 4096 }), async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const choice = readChoice(body);
    if (!choice) return c.json({ message: 'This is not sold here.' }, 422);
    const offer = readOffer(body as Record<string, unknown>);
    const made = offer && (await order(choice, offer, localeOf(c)));
    if (!made) return c.json({ message: 'This shop cannot be paid like that.' }, 422);
    const { intent, clientSecret } = made.created;
    const customer = made.customer && { customer: made.customer };
    return c.json({ order: await told(made.order), intent: intent.id, client_secret: clientSecret, ...customer }, 201);
  });

  // The least a merchant's page can be: see one-tag.ts.
  app.get('/one-tag', async (c) => {
    const choice = readChoice({ product: 'lune' });
    const offer = readOffer({});
    const made = choice && offer && (await order(choice, offer, localeOf(c)));
    if (!made) return notFound(c);
    const { intent, clientSecret } = made.created;
    return oneTagPage(c, { intent: intent.id, clientSecret, issuer: sandboxUrl });
  });

  // A plain form that carries a card reference, sent by a page without a script of ours.
  app.post('/api/orders/:id/pay', bodyLimit({ maxSize: 4096 }), (c) =>
    payByForm(c, checkout, orders.find(c.req.param('id'))),
  );

  // What stands in for the shop's own back office. Whoever knows the order may refund it: it is a demo.
  app.post('/api/orders/:id/refund', bodyLimit({ maxSize: 4096 }), async (c) => {
    const order = orders.find(c.req.param('id'));
    if (!order) return notFound(c);
    const body = (await c.req.json().catch(() => null)) as { part?: unknown } | null;
    const done = await refund(checkout, sandboxUrl, order.intent, body?.part === true);
    return done ? c.json({ order: await told(order) }, 202) : c.json({ message: 'Nothing was paid.' }, 409);
  });

  app.get('/api/orders/:id', async (c) => {
    const order = orders.find(c.req.param('id'));
    return order ? c.json({ order: await told(order) }) : notFound(c);
  });

  // What a number of lamps costs, and in which parts it can be paid: for the product page, before there is an order.
  app.get('/api/price', async (c) => {
    const { product = '', quantity = '1', provider = '' } = c.req.query();
    const price = await priceOf({ product, quantity: Number(quantity), provider });
    return price ? c.json(price) : notFound(c);
  });

  // The simulated phone lives with the provider, on another origin.
  app.get('/phone', (c) => c.redirect(`${sandboxUrl}/phone`));

  app.route('/', galleryBank());
  app.route('/', florinFiles());
  app.route('/', pagesOf({ order: shownOrder, price: priceOf }));
  app.notFound(notFound);
  app.onError((error, c) => {
    // The name is enough to look for; a message may repeat what was sent.
    console.error(`The shop failed to answer ${c.req.method} ${c.req.path}: ${error.name}`);
    return c.json({ message: 'The shop failed.' }, 500);
  });
  return app;

  /** What the merchant's own backend does, server to server, before it draws a checkout. */
  async function order({ name, line }: Choice, offer: Offer, locale: ShopLocale): Promise<Made | undefined> {
    const customer = offer.customer === null ? undefined : await customers.open(offer.customer);
    if (offer.customer !== null && customer === undefined) return undefined;
    const { id, number } = orders.name();
    const { provider, scenario, country, plan } = offer;
    const offers = plan === null ? [] : await checkout.listPlans({ gateway: provider, amount: line.amount });
    const methods = plan === null ? offer.methods : withChosenPlan(offer.methods, offers, plan);
    const created = await checkout.createIntent({
      gateway: provider,
      amount: line.amount,
      description: `Order ${number}`,
      customer: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', ...(customer && { id: customer }) },
      returnUrl: `${publicUrl}/checkout?order=${id}`,
      metadata: { order: String(number), locale, ...(scenario !== null && { scenario }) },
      methods,
      ...(country !== null && { country }),
      order: orderOf(String(number), name, line),
    });
    const made = { ...line, id, number, provider, intent: created.intent.id };
    orders.add(made);
    return { order: made, created, customer };
  }

  /** An order as its page may see it, with what the payment says now. */
  async function told({ intent: id, ...order }: Order): Promise<ToldOrder> {
    const intent = await checkout.readIntent(id);
    const snapshot = await checkout.snapshot(id);
    if (!intent || !snapshot) throw new Error('An order has lost its payment.');
    return {
      ...order,
      payment: paymentOf(snapshot),
      installments: installmentsOf(intent),
      plan: intent.attempts.find(({ status }) => status === 'completed')?.plan ?? null,
      attempts: intent.attempts.length,
      snapshot,
    };
  }

  async function shownOrder(id: string): Promise<ToldOrder | undefined> {
    const order = orders.find(id);
    return order && told(order);
  }

  async function priceOf(choice: { product: string; quantity: number; provider: string }): Promise<Price | undefined> {
    const line = readChoice({ product: choice.product, quantity: choice.quantity })?.line;
    if (!line) return undefined;
    const { amount } = line;
    return { amount, plans: choice.provider === LENDER ? await checkout.listPlans({ gateway: LENDER, amount }) : [] };
  }
}

function notFound(c: Context): Response {
  return c.json({ message: 'Not found.' }, 404);
}
