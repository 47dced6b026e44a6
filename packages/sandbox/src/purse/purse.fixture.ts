import { openSandbox } from '../sandbox.fixture.js';
import { SCENARIO_HEADER, type Scenario } from '../scenario.js';
import type { PurseAccount } from './simulator.js';

export const account: PurseAccount = {
  clientId: 'client_1',
  clientSecret: 'secret_1',
  apiKey: 'key_1',
  entityId: 'entity_1',
};
const HOOK = 'http://shop.test/hooks/purse';

/** An answer's JSON, as loose as a stranger's client would take it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export async function json(response: Response): Promise<Loose> {
  return response.json();
}

/** Purse in a sandbox, spoken to as a merchant's backend would. */
export async function openPurse({ latency = 0 }: { latency?: number } = {}) {
  const opened = openSandbox({ accounts: { purse: account }, latency });
  const { send, form } = opened;
  const credentials = `Basic ${btoa('client_1:secret_1')}`;
  const grant = () => form('/purse/oauth/token', { grant_type: 'client_credentials' }, { Authorization: credentials });
  const token = (await json(await grant())).access_token as string;

  const call = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(`/purse${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'x-api-key': 'key_1', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const openSession = async (fields: object = {}, scenario: Scenario = {}) =>
    json(
      await call(
        '/payment/v2/client-sessions',
        { ...newSession, ...fields },
        { [SCENARIO_HEADER]: JSON.stringify(scenario) },
      ),
    );
  const tokenize = async (number: string, expiry = '04/42') => {
    const [month, year] = expiry.split('/').map(Number);
    const card = { number, expiry_month: month, expiry_year: 2000 + Number(year), cvv: '424' };
    return (await json(await call('/vault/v1/form-tokens', { card }))).vault_form_token as string;
  };
  const start = async (session: string, number: string, scenario: Scenario = {}, split: object = {}) =>
    call('/payment/v2/payments', newPayment(session, await tokenize(number), split), {
      [SCENARIO_HEADER]: JSON.stringify(scenario),
    });
  const pay = async (number: string, scenario: Scenario = {}, { split = {}, session = {} } = {}) => {
    const { id } = await openSession(session);
    return json(await start(id, number, scenario, split));
  };
  const read = async (id: string) => json(await call(`/payment/v2/payments/${id}`));
  /** Answers the issuer's page. */
  const answer = (payment: Loose, decision: 'confirm' | 'refuse') =>
    form('/acs/challenge/answer', { creq: payment.redirection.params.creq, decision });
  const webhooks = (): Loose[] => opened.deliveries.map(({ body }) => JSON.parse(body) as Loose);

  return { ...opened, grant, call, openSession, tokenize, start, pay, read, answer, webhooks };
}

export const newSession = {
  entity_id: 'entity_1',
  amount: 12_000,
  currency: 'EUR',
  capture_mode: 'AUTOMATIC',
  integration_mode: 'EMBEDDED',
  shopper_redirection_url: 'http://shop.test/checkout',
  order: { reference: 'order-1' },
  webhook: { url: HOOK },
};

export function newPayment(session: string, formToken: string, split: object = {}) {
  return {
    entity_id: 'entity_1',
    amount: 12_000,
    currency: 'EUR',
    client_session_id: session,
    order: { reference: 'order-1-pa_1' },
    split: [
      {
        amount: 12_000,
        vault_form_token: formToken,
        three_ds_authentication_options: { notification_url: 'http://shop.test/three-ds/n1' },
        ...split,
      },
    ],
  };
}

export const withAlma = {
  partner: 'alma',
  method: 'cb4x',
  label: 'almacb4x',
  installments: { count: 4, deferred_days: 0, deferred_months: 0 },
};
