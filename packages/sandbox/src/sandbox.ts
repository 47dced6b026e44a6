import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createAcs } from './acs/routes.js';
import { NativeJson } from './api/native.js';
import type { AmountUnit } from './api/native.js';
import { ApiError } from './api/problem.js';
import { createApi } from './api/routes.js';
import { Timers, systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { createControl } from './control.js';
import { Payments } from './payments/payments.js';
import { Vault } from './payments/vault.js';
import { createPhone } from './phone/routes.js';
import { Webhooks } from './webhooks.js';

export interface SandboxOptions {
  /** Origin under which a customer's browser reaches the sandbox. */
  publicUrl: string;
  /** `sk_test_…`, which every call of the API must bear. */
  secretKey: string;
  /** The project's signed endpoint. */
  webhook?: { url: string; secret: string };
  /** Unit of `amount.value` in answers. */
  amountUnit?: AmountUnit;
  /** The merchant's name, as the issuer's page shows it. */
  merchant?: string;
  /** ms an authorisation takes. */
  latency?: number;
  clock?: Clock;
  /** Delivers webhooks. */
  fetch?: typeof fetch;
}

export interface Sandbox {
  fetch(request: Request): Promise<Response>;
  /** Stops every timer: no expiry, no webhook afterwards. */
  close(): void;
}

/** A whole payment-intent provider in memory: its API, an issuer's ACS, a phone, and a control surface for tests. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { secretKey, webhook, amountUnit = 'minor', merchant = 'Test merchant', latency = 350 } = options;
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const clock = options.clock ?? systemClock;
  const timers = new Timers(clock);
  const native = new NativeJson({ amountUnit, publicUrl });
  const webhooks = new Webhooks({
    endpoint: webhook,
    native,
    clock,
    timers,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  });
  const vault = new Vault(clock);
  const payments = new Payments(clock, timers, vault, (...change) => webhooks.send(...change));
  const state = { down: false };

  const app = new Hono();
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: () => new ApiError(413, 'The body is too large.').toResponse() }));
  app.onError((error) =>
    error instanceof ApiError ? error.toResponse() : Response.json({ message: 'The server failed.' }, { status: 500 }),
  );
  const world = { payments, clock, timers };
  app.route('/v1', createApi({ world, native, secretKey, latency, isDown: () => state.down }));
  app.route('/acs', createAcs(payments, merchant));
  app.route('/phone', createPhone(payments, merchant));
  app.route('/control', createControl(payments, webhooks, state));
  app.notFound((c) => c.json({ message: 'Not found.' }, 404));

  return {
    fetch: async (request) => app.fetch(request),
    close: () => timers.close(),
  };
}
