import { provider as milkyPay } from '@florin/providers/milky-pay';
import { provider as paymentIntents } from '@florin/providers/payment-intents';
import { provider as paymentsTrust } from '@florin/providers/payments-trust';
import { provider as purse } from '@florin/providers/purse';
import type { SandboxAccounts } from '@florin/sandbox';
import {
  createMilkyPayGateway,
  createPaymentIntentsGateway,
  createPaymentsTrustGateway,
  createPurseGateway,
  type Gateway,
  type ProviderHttpOptions,
} from '@florin/server';

export const rooms = {
  'payment-intents': paymentIntents,
  'payments-trust': paymentsTrust,
  'milky-pay': milkyPay,
  purse,
} as const;
export type ProviderId = keyof typeof rooms;

const corefy = { accountId: 'coma_1', apiKey: 'key_1' };
const purseKeys = { clientId: 'client_1', clientSecret: 'secret_1', apiKey: 'key_1', entityId: 'entity_1' };
const almaKey = 'alma_key_1';

/** The merchant's account at each provider, with webhooks to the shop. */
export function accountsAt(shop: string): SandboxAccounts {
  const hook = (id: ProviderId) => `${shop}/webhooks/${id}`;
  return {
    'payment-intents': { secretKey: 'sk_test_1', webhook: { url: hook('payment-intents'), secret: 'whsec_1' } },
    'payments-trust': { ...corefy, callback: { url: hook('payments-trust'), secret: 'callbacks_1' } },
    'milky-pay': { ...corefy, callback: { url: hook('milky-pay'), secret: 'callbacks_1' } },
    purse: purseKeys,
    alma: { apiKey: almaKey },
  };
}

/** The merchant's gateway to each provider. */
export function gatewaysAt(
  sandbox: string,
  shop: string,
  http: Pick<ProviderHttpOptions, 'fetch' | 'headers' | 'retryDelay'>,
): Record<ProviderId, Gateway> {
  const corefyOptions = (id: ProviderId) => ({
    ...http,
    ...corefy,
    baseUrl: `${sandbox}/${id}/api`,
    cardGatewayUrl: `${sandbox}/${id}/gateway`,
    callbackUrl: `${shop}/webhooks/${id}`,
    callbackSecret: 'callbacks_1',
    testMode: true,
  });
  return {
    'payment-intents': createPaymentIntentsGateway({
      ...http,
      baseUrl: `${sandbox}/payment-intents/v1`,
      secretKey: 'sk_test_1',
      webhookSecret: 'whsec_1',
    }),
    'payments-trust': createPaymentsTrustGateway(corefyOptions('payments-trust')),
    'milky-pay': createMilkyPayGateway(corefyOptions('milky-pay')),
    purse: createPurseGateway({
      ...http,
      ...purseKeys,
      baseUrl: `${sandbox}/purse`,
      webhookUrl: `${shop}/webhooks/purse`,
      almaPlans: { baseUrl: `${sandbox}/alma`, apiKey: almaKey },
    }),
  };
}
