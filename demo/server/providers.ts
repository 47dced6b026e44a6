import { randomBytes } from 'node:crypto';
import { SCENARIO_HEADER, type SandboxAccounts } from '@florin/sandbox';
import {
  createMilkyPayGateway,
  createPaymentIntentsGateway,
  createPaymentsTrustGateway,
  createPurseGateway,
  type Gateway,
  type GatewayPayment,
} from '@florin/server';
import type { ProviderId } from './offer.js';

export interface Providers {
  /** The merchant's accounts, for the sandbox to open. */
  accounts: SandboxAccounts;
  /** The ways to them, for the checkout. */
  gateways: Record<ProviderId, Gateway>;
  /** Base of the payment-intent system's API, and the key to it: customers' cards are brought there. */
  vault: { providerUrl: string; secretKey: string };
}

/** Where a gateway's provider tells of changes. */
export type WebhookUrl = (gateway: ProviderId) => string;

/** An account at every provider of the sandbox, and a gateway to it. */
export function createProviders(sandboxUrl: string, webhookUrl: WebhookUrl): Providers {
  const intents = paymentIntents(`${sandboxUrl}/payment-intents/v1`, webhookUrl('payment-intents'));
  const payments = corefy(`${sandboxUrl}/payments-trust`, webhookUrl('payments-trust'));
  const milky = corefy(`${sandboxUrl}/milky-pay`, webhookUrl('milky-pay'));
  const withAlma = purse(sandboxUrl, webhookUrl('purse'));
  return {
    accounts: {
      'payment-intents': intents.account,
      'payments-trust': payments.account,
      'milky-pay': milky.account,
      ...withAlma.accounts,
    },
    gateways: {
      'payment-intents': intents.gateway,
      'payments-trust': createPaymentsTrustGateway(payments.options),
      'milky-pay': createMilkyPayGateway(milky.options),
      purse: withAlma.gateway,
    },
    vault: intents.vault,
  };
}

/** In which language the provider should speak to the customer. Only a demo says to it what should happen. */
const headers = ({ metadata }: GatewayPayment): Record<string, string> => {
  const { scenario, locale } = metadata as { scenario?: string; locale?: string };
  return {
    ...(locale !== undefined && { 'Accept-Language': locale }),
    ...(scenario !== undefined && { [SCENARIO_HEADER]: scenario }),
  };
};

/** Made for this run: the shop and its providers share a process, so nobody else needs to know it. */
function secret(prefix: string): string {
  return `${prefix}${randomBytes(24).toString('hex')}`;
}

function paymentIntents(baseUrl: string, url: string) {
  const secretKey = secret('sk_test_');
  const webhookSecret = secret('whsec_');
  return {
    account: { secretKey, webhook: { url, secret: webhookSecret }, amountUnit: 'minor' as const },
    gateway: createPaymentIntentsGateway({ baseUrl, secretKey, webhookSecret, amountUnit: 'minor', headers }),
    vault: { providerUrl: baseUrl, secretKey },
  };
}

function corefy(base: string, callbackUrl: string) {
  const accountId = `coma_${randomBytes(8).toString('hex')}`;
  const apiKey = secret('');
  const callbackSecret = secret('');
  return {
    account: { accountId, apiKey, callback: { url: callbackUrl, secret: callbackSecret } },
    options: {
      baseUrl: `${base}/api`,
      cardGatewayUrl: `${base}/gateway`,
      accountId,
      apiKey,
      callbackSecret,
      callbackUrl,
      headers,
    },
  };
}

function purse(sandboxUrl: string, webhookUrl: string) {
  const alma = { apiKey: secret('sk_test_') };
  const account = {
    clientId: `shop_${randomBytes(8).toString('hex')}`,
    clientSecret: secret(''),
    apiKey: secret(''),
    entityId: crypto.randomUUID(),
  };
  return {
    accounts: { purse: account, alma },
    gateway: createPurseGateway({
      ...account,
      baseUrl: `${sandboxUrl}/purse`,
      webhookUrl,
      almaPlans: { ...alma, baseUrl: `${sandboxUrl}/alma` },
      headers,
    }),
  };
}
