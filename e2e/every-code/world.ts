import type { CardInput, MethodInput } from '@florin/contract';
import { createCheckout, type Checkout, type CheckoutEvent, type PaymentState } from '@florin/core';
import { createSandbox, SCENARIO_HEADER, type Scenario } from '@florin/sandbox';
import {
  createCheckoutServer,
  openStore,
  type CheckoutServer,
  type CheckoutServerOptions,
  type GatewayPayment,
  type LogEntry,
  type MerchantIntent,
  type NewIntent,
} from '@florin/server';
import { accountsAt, gatewaysAt, type ProviderId } from './providers.js';

export const SHOP = 'http://shop.test/api/checkout';
const SANDBOX = 'http://sandbox.test';

export const CARD: CardInput = {
  type: 'card',
  number: '4242424242424242',
  exp_month: 4,
  exp_year: 2042,
  cvc: '424',
  holder: 'Ada Lovelace',
};

/** One payment, from the provider's answers to what the page knows. */
export interface Payment {
  intent: string;
  checkout: Checkout;
  events: CheckoutEvent[];
  /** All that the merchant's server has sent to the page, streams included. */
  answers: Answer[];
  /** Waits until the page's state is like this. */
  until(isSo: (state: PaymentState) => boolean): Promise<PaymentState>;
  pay(method?: MethodInput): Promise<void>;
}

export interface Answer {
  /** Method and path. */
  call: string;
  body: string;
}

export interface World {
  server: CheckoutServer;
  log: LogEntry[];
  open(provider: ProviderId, scenario?: Scenario, intent?: Partial<NewIntent>): Promise<Payment>;
  merchantSees(intent: string): Promise<MerchantIntent>;
  /** What a test may do behind the providers' backs. */
  control(path: string, body?: object): Promise<unknown>;
  /** The customers go: whatever is still under way is looked at by nobody. */
  leave(): void;
  close(): Promise<void>;
}

/** ms. A state that does not come by then does not come. */
const PATIENCE = 15_000;

/** Every simulated provider, a merchant's server with a gateway to each, and pages that pay: in one process, over HTTP's objects. */
export async function openWorld(options: Partial<CheckoutServerOptions> = {}): Promise<World> {
  const log: LogEntry[] = [];
  let server: CheckoutServer | null = null;
  const sandbox = createSandbox({
    publicUrl: SANDBOX,
    accounts: accountsAt(SHOP),
    latency: 0,
    fetch: async (input, init) => server?.fetch(new Request(input, init)) ?? new Response(null, { status: 503 }),
  });
  const toSandbox: typeof fetch = async (input, init) => sandbox.fetch(new Request(input, init));
  const headers = ({ metadata }: GatewayPayment): Record<string, string> =>
    metadata['scenario'] === undefined ? {} : { [SCENARIO_HEADER]: metadata['scenario'] };
  server = createCheckoutServer({
    store: await openStore({ databaseUrl: process.env['FLORIN_TEST_POSTGRES'] }),
    gateways: gatewaysAt(SANDBOX, SHOP, { fetch: toSandbox, headers, retryDelay: 1 }),
    publicUrl: SHOP,
    log: (entry) => void log.push(entry),
    // Nobody waits here: what a webhook does not bring is asked for at once.
    pollInterval: 50,
    ...options,
  });
  const shop = server;
  const open: Checkout[] = [];
  const leave = (): void => {
    for (const checkout of open.splice(0)) checkout.destroy();
  };

  return {
    server: shop,
    log,
    async open(provider, scenario = {}, intent = {}) {
      const created = await shop.createIntent({
        amount: { value: 4999, currency: 'EUR', exponent: 2 },
        description: 'Order 1024',
        customer: { id: 'cus_1', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
        returnUrl: 'http://shop.test/checkout',
        methods: [{ type: 'card', test_mode: true }],
        gateway: provider,
        order: { reference: '1024' },
        metadata: { scenario: JSON.stringify(scenario) },
        ...intent,
      });
      const payment = pageOf(shop, created.intent.id, created.clientSecret);
      open.push(payment.checkout);
      await payment.checkout.load();
      return payment;
    },
    async merchantSees(intent) {
      const seen = await shop.readIntent(intent);
      if (!seen) throw new Error('The merchant knows no such intent.');
      return seen;
    },
    async control(path, body) {
      const init = body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      };
      return (await sandbox.fetch(new Request(`${SANDBOX}/control/${path}`, init))).json();
    },
    leave,
    async close() {
      leave();
      sandbox.close();
      await shop.close();
    },
  };
}

function pageOf(shop: CheckoutServer, intent: string, clientSecret: string): Payment {
  const answers: Answer[] = [];
  const events: CheckoutEvent[] = [];
  const checkout = createCheckout({
    endpoint: SHOP,
    intent,
    clientSecret,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = { call: `${request.method} ${new URL(request.url).pathname}`, body: '' };
      answers.push(answer);
      return record(await shop.fetch(request), answer);
    },
    onEvent: (event) => void events.push(event),
  });
  return {
    intent,
    checkout,
    events,
    answers,
    until: (isSo) => until(checkout, isSo),
    pay: (method = CARD) => checkout.submit(method),
  };
}

/** A copy of what is sent, as it goes by. */
function record(response: Response, answer: Answer): Response {
  if (!response.body) return response;
  const decoder = new TextDecoder();
  const copy = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      answer.body += decoder.decode(chunk, { stream: true });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(copy), response);
}

function until(checkout: Checkout, isSo: (state: PaymentState) => boolean): Promise<PaymentState> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      const { phase, attempt, failure, problem } = checkout.state;
      reject(new Error(`The state did not come. It is ${JSON.stringify({ phase, attempt, failure, problem })}`));
    }, PATIENCE);
    const look = (state: PaymentState): void => {
      if (!isSo(state)) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = checkout.subscribe(look);
    look(checkout.state);
  });
}

/** What a network shows, without what is different each time: ids, nonces, versions and times. */
export function masked(body: string): string {
  return body
    .replaceAll(/\b(pi|pa|ref)_[\w-]+/g, '$1_…')
    .replaceAll(/"version":\d+/g, '"version":…')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"…"');
}

/** Every intent that was sent, masked, once each, in the order in which they came. */
export function bodiesIn(answers: readonly Answer[]): string[] {
  const lines = answers.flatMap(({ body }) => body.split('\n').map((line) => line.replace(/^data: /, '')));
  return [...new Set(lines.filter((line) => line.startsWith('{')).map(masked))];
}
