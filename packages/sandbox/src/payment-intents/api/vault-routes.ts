import { Hono } from 'hono';
import type { Calls } from './calls.js';
import { readCard } from './requests.js';

/** `/tokens` and `/cards`: what stands for a card. */
export function vaultRoutes(calls: Calls): Hono {
  const { vault } = calls.world.payments;
  const routes = new Hono();

  routes.post('/tokens', (c) =>
    calls.write(c, (body) => {
      const { id, expiresAt } = vault.tokenize(readCard(body));
      return Response.json({ data: { id, expires_at: new Date(expiresAt).toISOString() } }, { status: 201 });
    }),
  );

  // Into the vault without a payment, as when a merchant comes from elsewhere.
  routes.post('/cards', (c) =>
    calls.write(c, (body) => Response.json({ data: vault.keep(readCard(body).card) }, { status: 201 })),
  );

  routes.post('/cards/:card/forget', (c) =>
    calls.write(c, () => {
      const id = c.req.param('card') ?? '';
      vault.forget(id);
      return Response.json({ data: { id, forgotten: true } });
    }),
  );

  return routes;
}
