import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Challenges } from './acs/challenges.js';
import { createAcs } from './acs/routes.js';
import { simulateAlma, type AlmaAccount } from './alma/simulator.js';
import { Timers, systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { createControl } from './control.js';
import { simulateCorefy, type CorefyAccount } from './corefy/simulator.js';
import { Deliveries } from './deliveries.js';
import { ApiError } from './payment-intents/api/problem.js';
import { simulatePaymentIntents, type PaymentIntentsAccount } from './payment-intents/simulator.js';
import { simulatePurse, type PurseAccount } from './purse/simulator.js';
import { ScenarioError } from './scenario.js';
import type { SandboxWorld, Simulator } from './simulator.js';

export interface SandboxOptions {
  /** Origin under which a customer's browser reaches the sandbox. */
  publicUrl: string;
  /** The providers to simulate, each with the merchant's account there. */
  accounts: SandboxAccounts;
  /** The merchant's name, as the issuer's page shows it. */
  merchant?: string;
  /** ms an authorisation takes. */
  latency?: number;
  clock?: Clock;
  /** Delivers webhooks. */
  fetch?: typeof fetch;
}

export interface SandboxAccounts {
  'payment-intents'?: PaymentIntentsAccount;
  'payments-trust'?: CorefyAccount;
  'milky-pay'?: CorefyAccount;
  purse?: PurseAccount;
  alma?: AlmaAccount;
}

export interface Sandbox {
  fetch(request: Request): Promise<Response>;
  /** Stops every timer: no expiry, no webhook afterwards. */
  close(): void;
}

/**
 * The providers in memory, each at its own HTTP API under its id, with an issuer's ACS, a bank's page, a phone, and a control surface for
 * tests.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { accounts, merchant = 'Test merchant', latency = 350, clock = systemClock } = options;
  const timers = new Timers(clock);
  const deliveries = new Deliveries(timers, options.fetch ?? ((input, init) => fetch(input, init)));
  const challenges = new Challenges();
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const world: SandboxWorld = { publicUrl, merchant, latency, clock, timers, deliveries, challenges };
  const state = { down: false };

  const simulators = new Map<string, Simulator>();
  const paymentIntents = accounts['payment-intents'] && simulatePaymentIntents(world, accounts['payment-intents']);
  if (paymentIntents) simulators.set('payment-intents', paymentIntents);
  for (const brand of ['payments-trust', 'milky-pay'] as const)
    if (accounts[brand]) simulators.set(brand, simulateCorefy(world, brand, accounts[brand]));
  if (accounts.purse) simulators.set('purse', simulatePurse(world, accounts.purse));
  if (accounts.alma) simulators.set('alma', simulateAlma(world, accounts.alma));

  const app = new Hono();
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: () => new ApiError(413, 'The body is too large.').toResponse() }));
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse();
    // A client's mistake, and nothing has happened: not a 500, which might mean that something has.
    if (error instanceof ScenarioError) return Response.json({ message: error.message }, { status: 400 });
    return Response.json({ message: 'The server failed.' }, { status: 500 });
  });
  for (const [id, { api }] of simulators) {
    app.use(`/${id}/*`, async (_, next) => {
      if (state.down) throw new ApiError(503, 'Service unavailable.', { retryAfter: 1 });
      await next();
    });
    app.route(`/${id}`, api);
  }
  app.route('/acs', createAcs(challenges, merchant));
  if (paymentIntents) {
    app.route('/phone', paymentIntents.phone);
    app.route('/bank', paymentIntents.bank);
  }
  app.route('/control', createControl({ simulators, vault: paymentIntents?.vault, deliveries, state }));
  app.notFound((c) => c.json({ message: 'Not found.' }, 404));

  return {
    fetch: async (request) => app.fetch(request),
    close: () => timers.close(),
  };
}
