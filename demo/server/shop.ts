import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Amount } from '@florin/contract';
import type { CheckoutServer, CreatedIntent } from '@florin/server';
import { oneTagPage } from './one-tag.js';
import { florinFiles } from './pages.js';
import { Orders, paymentOf, readChoice } from './orders.js';
import type { Order } from './orders.js';

export const MERCHANT = 'Atelier Nord';
export const CHECKOUT_PATH = '/api/checkout';

export interface ShopOptions {
  checkout: CheckoutServer;
  publicUrl: string;
  sandboxUrl: string;
  pages: Hono;
}

/** The merchant's own server: its orders, and Florin's kit at the path the tag names as its endpoint. */
export function createShop({ checkout, publicUrl, sandboxUrl, pages }: ShopOptions): Hono {
  const orders = new Orders();
  const app = new Hono();

  app.all(`${CHECKOUT_PATH}/*`, (c) => checkout.fetch(c.req.raw));

  app.post('/api/orders', bodyLimit({ maxSize: 4096 }), async (c) => {
    const choice = readChoice(await c.req.json().catch(() => undefined));
    if (!choice) return c.json({ message: 'This is not sold here.' }, 422);
    const { id, number } = orders.name();
    const { intent, clientSecret } = await createIntent(choice.line.amount, id, number);
    const order = { ...choice.line, id, number, intent: intent.id };
    orders.add(order);
    return c.json({ order: await told(order), intent: intent.id, client_secret: clientSecret }, 201);
  });

  // The least a merchant's page can be: see one-tag.ts.
  app.get('/one-tag', async (c) => {
    const choice = readChoice({ product: 'lune' });
    if (!choice) return notFound(c);
    const { id, number } = orders.name();
    const { intent, clientSecret } = await createIntent(choice.line.amount, id, number);
    orders.add({ ...choice.line, id, number, intent: intent.id });
    return oneTagPage(c, { intent: intent.id, clientSecret, issuer: sandboxUrl });
  });

  app.get('/api/orders/:id', async (c) => {
    const order = orders.find(c.req.param('id'));
    return order ? c.json({ order: await told(order) }) : notFound(c);
  });

  // The simulated phone lives with the provider, on another origin.
  app.get('/phone', (c) => c.redirect(`${sandboxUrl}/phone`));

  app.route('/', florinFiles());
  app.route('/', pages);
  app.notFound(notFound);
  app.onError((error, c) => {
    // The name is enough to look for; a message may repeat what was sent.
    console.error(`The shop failed to answer ${c.req.method} ${c.req.path}: ${error.name}`);
    return c.json({ message: 'The shop failed.' }, 500);
  });
  return app;

  /** What the merchant's own backend does, server to server, before it draws a checkout. */
  function createIntent(amount: Amount, order: string, number: number): Promise<CreatedIntent> {
    return checkout.createIntent({
      amount,
      description: `Order ${number}`,
      customer: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
      returnUrl: `${publicUrl}/checkout?order=${order}`,
      metadata: { order: String(number) },
      methods: [{ type: 'card', fields: { holder: 'optional' }, test_mode: true }, { type: 'qr' }],
    });
  }

  /** An order as its page may see it, with what the payment says now. */
  async function told({ intent: id, ...order }: Order) {
    const intent = await checkout.readIntent(id);
    if (!intent) throw new Error('An order has lost its payment.');
    return { ...order, payment: paymentOf(intent), attempts: intent.attempts.length };
  }
}

function notFound(c: Context): Response {
  return c.json({ message: 'Not found.' }, 404);
}
