import { Hono } from 'hono';
import type { Deliveries } from './deliveries.js';
import { ApiError } from './payment-intents/api/problem.js';
import { readJson } from './payment-intents/api/requests.js';
import type { Vault } from './payment-intents/payments/vault.js';
import type { Simulator } from './simulator.js';

export interface ControlState {
  down: boolean;
}

export interface Controlled {
  simulators: ReadonlyMap<string, Simulator>;
  vault: Vault | undefined;
  deliveries: Deliveries;
  state: ControlState;
}

/** What a test may see and do behind the providers' backs. No part of any provider's API. */
export function createControl({ simulators, vault, deliveries, state }: Controlled): Hono {
  const control = new Hono();

  // A web page on another origin cannot send this type without asking first: it cannot take the sandbox down.
  control.post('*', async (c, next) => {
    if (!c.req.header('Content-Type')?.startsWith('application/json')) throw new ApiError(400, 'The body is not JSON.');
    await next();
  });

  control.get('/payments', (c) =>
    c.json({
      payments: [...simulators].flatMap(([provider, simulator]) =>
        simulator.payments().map((payment) => ({ provider, ...payment })),
      ),
    }),
  );

  control.get('/cards', (c) => c.json(vault?.show() ?? null));

  control.post('/outage', async (c) => {
    state.down = readJson(await c.req.text())['down'] === true;
    return c.json({ down: state.down });
  });

  control.post('/webhooks', async (c) => {
    deliveries.muted = readJson(await c.req.text())['muted'] === true;
    return c.json({ muted: deliveries.muted });
  });

  for (const [path, change] of [
    ['refund', 'refund'],
    ['charge-back', 'chargeBack'],
  ] as const)
    control.post(`/payments/:id/${path}`, async (c) => {
      const id = c.req.param('id') ?? '';
      const part = readJson(await c.req.text())['part'] === true;
      for (const simulator of simulators.values()) {
        const status = simulator[change](id, part);
        if (status !== null) return c.json({ id, status });
      }
      throw new ApiError(404, 'No such payment.');
    });

  return control;
}
