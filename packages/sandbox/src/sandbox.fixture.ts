import { createSandbox } from './index.js';
import { SCENARIO_HEADER } from './index.js';
import type { Clock, PaymentIntentsAccount, SandboxOptions, Scenario } from './index.js';

/** A clock that a test moves by hand. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-01-15T10:00:00Z');
  #timers = new Map<number, { at: number; callback: () => void }>();
  #next = 0;

  now = (): number => this.#now;

  setTimeout = (callback: () => void, ms: number): number => {
    this.#timers.set(++this.#next, { at: this.#now + ms, callback });
    return this.#next;
  };

  clearTimeout = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  get pending(): number {
    return this.#timers.size;
  }

  /** Runs what is due, and lets the promises that follow from it settle. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      let due: [number, { at: number; callback: () => void }] | undefined;
      for (const entry of this.#timers) if (entry[1].at <= end && !(due && due[1].at <= entry[1].at)) due = entry;
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].callback();
      await settled();
    }
    this.#now = end;
  }
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const SECRET_KEY = 'sk_test_1';
const ORIGIN = 'http://sandbox.test';

export interface Delivery {
  url: string;
  body: string;
  headers: Headers;
}

/** A sandbox with a clock of its own, spoken to as a merchant's backend would. */
export function openSandbox({
  webhook = { url: 'http://shop.test/hooks', secret: 'whsec_1' },
  amountUnit,
  ...options
}: Partial<SandboxOptions & PaymentIntentsAccount> = {}) {
  const clock = new ManualClock();
  const deliveries: Delivery[] = [];
  const sandbox = createSandbox({
    publicUrl: ORIGIN,
    accounts: { 'payment-intents': { secretKey: SECRET_KEY, webhook, ...(amountUnit && { amountUnit }) } },
    latency: 0,
    clock,
    fetch: async (input, init) => {
      deliveries.push({ url: String(input), body: String(init?.body), headers: new Headers(init?.headers) });
      return new Response(null, { status: 204 });
    },
    ...options,
  });
  let keys = 0;

  const send = (path: string, init: RequestInit = {}) => sandbox.fetch(new Request(`${ORIGIN}${path}`, init));
  const get = (path: string) => send(path, { headers: { Authorization: `Bearer ${SECRET_KEY}` } });
  const post = (
    path: string,
    body: unknown = {},
    key = `key-${++keys}-000000`,
    scenario?: Scenario,
    language?: string,
  ) =>
    send(path, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${SECRET_KEY}`,
        'Content-Type': 'application/json',
        'X-Idempotency-Key': key,
        ...(scenario && { [SCENARIO_HEADER]: JSON.stringify(scenario) }),
        ...(language && { 'Accept-Language': language }),
      },
      body: JSON.stringify(body),
    });
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  return {
    sandbox,
    clock,
    deliveries,
    send,
    get,
    post,
    form,
    createIntent,
    pay,
    payAuthenticated,
    payWith,
    payWithQr,
    act,
    read,
  };

  async function createIntent(scenario?: Scenario, language?: string): Promise<string> {
    const response = await post('/payment-intents/v1/payment/intents', newIntent, undefined, scenario, language);
    return (await dataOf(response)).id as string;
  }

  async function pay(intent: string, number: string, scenario?: Scenario): Promise<Response> {
    const path = `/payment-intents/v1/payment/intents/${intent}/attempts`;
    return post(path, cardAttempt(number), undefined, scenario);
  }

  async function payAuthenticated(intent: string, number: string, scenario?: Scenario): Promise<Response> {
    const { three_ds, ...attempt } = cardAttempt(number);
    const body = { ...attempt, three_ds: { ...three_ds, challenge: 'required' } };
    return post(`/payment-intents/v1/payment/intents/${intent}/attempts`, body, undefined, scenario);
  }

  async function payWith(intent: string, attempt: object, scenario?: Scenario): Promise<Response> {
    return post(`/payment-intents/v1/payment/intents/${intent}/attempts`, attempt, undefined, scenario);
  }

  async function payWithQr(intent: string): Promise<Response> {
    return payWith(intent, { method_code: 'qr' });
  }

  /** Confirms, resends or cancels the active attempt. */
  async function act(intent: string, what: 'confirm' | 'resend' | 'cancel', body: object = {}): Promise<Response> {
    const { active_attempt } = await read(intent);
    return post(`/payment-intents/v1/payment/intents/${intent}/attempts/${active_attempt.id}/${what}`, body);
  }

  async function read(intent: string) {
    return dataOf(await get(`/payment-intents/v1/payment/intents/${intent}`));
  }
}

export const newIntent = {
  amount: 49.99,
  currency: 'EUR',
  return_url: 'http://shop.test/return/pi_1',
  customer: { email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' },
};

export function cardAttempt(number: string) {
  return {
    method_code: 'card',
    card: { number, exp_month: 7, exp_year: 2077, cvc: '123' },
    three_ds: { notification_url: 'http://shop.test/api/checkout/three-ds/nonce-1' },
  };
}

// An answer's JSON, as loose as a stranger's client would take it.
// oxlint-disable-next-line typescript/no-explicit-any
export async function dataOf(response: Response): Promise<any> {
  return ((await response.json()) as { data: unknown }).data;
}
