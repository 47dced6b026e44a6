import { openSandbox, type Delivery } from '../sandbox.fixture.js';
import { SCENARIO_HEADER, type Scenario } from '../scenario.js';
import type { CorefyAccount, CorefyBrand } from './simulator.js';

const account: CorefyAccount = { accountId: 'coma_1', apiKey: 'key_1', callback: { secret: 'secret_1' } };
const credentials = `Basic ${btoa('coma_1:key_1')}`;

/** An answer's JSON, as loose as a stranger's client would take it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** A brand in a sandbox, spoken to as a merchant's backend would. */
export function openCorefy({
  brand = 'payments-trust',
  ...options
}: { brand?: CorefyBrand; latency?: number; account?: Partial<CorefyAccount>; answer?: number } = {}) {
  const accounts = { [brand]: { ...account, ...options.account } };
  const deliveries: Delivery[] = [];
  const opened = openSandbox({
    accounts,
    latency: options.latency ?? 0,
    fetch: async (input, init) => {
      deliveries.push({ url: String(input), body: String(init?.body), headers: new Headers(init?.headers) });
      return new Response(null, { status: options.answer ?? 200 });
    },
  });
  const { send, clock } = opened;
  const base = `/${brand}`;
  let references = 0;

  const call = (path: string, { body, ...init }: { body?: unknown; headers?: Record<string, string> } = {}) =>
    send(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...init,
      headers: { Authorization: credentials, 'Content-Type': 'application/json', ...init.headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const create = (attributes: object = {}, scenario: Scenario = {}) =>
    call('/api/payment-invoices', {
      headers: { [SCENARIO_HEADER]: JSON.stringify(scenario) },
      body: { data: { type: 'payment-invoices', attributes: { ...newInvoice(++references), ...attributes } } },
    });
  const created = async (attributes: object = {}, scenario: Scenario = {}) => {
    const { data } = await json(await create(attributes, scenario));
    const { sid, token } = data.attributes.flow_data.metadata as { sid: string; token: string };
    return { id: data.id as string, sid, token };
  };
  const sell = (token: string, number: string, expiry = '04/30', path = '/gateway/payment/sale') => {
    const [exp_month, exp_year] = expiry.split('/');
    const card = { card_number: number, card_holder: 'ADA', cvv: '123', exp_month, exp_year };
    return call(path, {
      headers: { Authorization: `Bearer ${token}` },
      body: { data: { type: 'sale-operation', attributes: card } },
    });
  };
  const confirm = (token: string, otp: string) =>
    call('/gateway/payment/otp', {
      headers: { Authorization: `Bearer ${token}` },
      body: { data: { type: 'otp-operation', attributes: { otp } } },
    });
  const read = async (id: string) => (await json(await call(`/api/payment-invoices/${id}`))).data.attributes;
  /** Answers the issuer's page. */
  const answer = (params: Record<string, string>, decision: 'confirm' | 'refuse') =>
    opened.form('/acs/challenge/answer', { creq: params['creq'] ?? params['PaReq'] ?? '', decision });
  const callbacks = () =>
    deliveries.map(({ url, body, headers }) => ({ url, body, headers, data: JSON.parse(body).data as Loose }));
  const pay = async (number: string, expiry?: string, attributes: object = {}, scenario: Scenario = {}) => {
    const invoice = await created(attributes, scenario);
    const sale = await sell(invoice.token, number, expiry);
    return { ...invoice, sale };
  };

  return { ...opened, base, call, create, created, sell, confirm, read, answer, callbacks, pay, clock };
}

export function newInvoice(reference: number) {
  return {
    reference_id: `ref-${reference}`,
    amount: 49.99,
    currency: 'EUR',
    service: 'payment_card_eur_hpp',
    customer: { reference_id: 'cus-1', email: 'ada@example.com' },
    return_url: 'http://shop.test/three-ds/n1',
    callback_url: 'http://shop.test/callbacks',
    metadata: { order: '1024' },
  };
}

export async function json(response: Response): Promise<Loose> {
  return response.json();
}
