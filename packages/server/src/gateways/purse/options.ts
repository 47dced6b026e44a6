import type { GatewayPayment, StartRequest } from '../../gateway.js';
import type { AlmaAccount } from '../alma/client.js';
import type { AlmaPlanQuery } from '../alma/eligibility.js';
import type { ProviderHttpOptions } from '../provider-http.js';
import type { NativeSession, SessionNames } from './session-names.js';

/** What is inferred has a setting: docs/sandbox-purse.md says which and why. */
export interface PurseOptions extends ProviderHttpOptions {
  /** Of the entity whose account it is. */
  clientId: string;
  clientSecret: string;
  apiKey: string;
  entityId: string;
  /** Where an access token is had; `{baseUrl}/oauth/token` when left out. */
  tokenUrl?: string;
  /** Where a card is handed in for a `vault_form_token`; `{baseUrl}/vault/v1/form-tokens` when left out. */
  vaultUrl?: string;
  /**
   * `AUTOMATIC`: the money is taken at once. `MANUAL`: it is authorised, and taken by `capture`. Whether the authorisation
   * comes in the answer or later is the partner's affair: both are waited for.
   */
  captureMode?: 'AUTOMATIC' | 'MANUAL';
  /** Tells of changes. Purse does not sign what it sends there. */
  webhookUrl?: string;
  /**
   * Which partner and method a way to pay is at Purse: `card`, or the `code` of an installments option. When left out,
   * `almacb4x` is Alma's and a card is whatever the account takes cards with.
   */
  methods?: Record<string, PurseMethod>;
  /** How plans are asked for: Purse's own API for it is not documented, Alma's is. Without it none are listed. */
  almaPlans?: AlmaAccount & { plans?: readonly AlmaPlanQuery[] };
  /** Of a currency whose amounts Purse does not count as ISO 4217 does. */
  exponents?: Readonly<Record<string, number>>;
  sessionNames?: SessionNames;
  /** The last word on a session's body. */
  session?: (body: NativeSession, payment: GatewayPayment) => object;
  /** The last word on a payment's body. It holds the form token, and no card. */
  payment?: (body: Record<string, unknown>, request: StartRequest) => object;
  /** What the issuer is asked for after a soft decline. */
  challengeIndicator?: string;
  /** Where the attempt's id stands in a payment, so that it is found again after an answer was lost. */
  attemptIn?: 'order_reference' | 'split_reference';
  paths?: Partial<PursePaths>;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface PurseMethod {
  partner?: string;
  method?: string;
}

/** `{id}` is the session's or the payment's. */
export interface PursePaths {
  sessions: string;
  payments: string;
  payment: string;
  /** The payments of a session. */
  sessionPayments: string;
  capture: string;
}

export const defaultPaths: PursePaths = {
  sessions: '/payment/v2/client-sessions',
  payments: '/payment/v2/payments',
  payment: '/payment/v2/payments/{id}',
  sessionPayments: '/payment/v2/payments?client_session_id={id}',
  capture: '/payment/v2/payments/{id}/capture',
};

export const defaultMethods: Record<string, PurseMethod> = { almacb4x: { partner: 'alma', method: 'cb4x' } };

export const CHALLENGE_MANDATED = 'CHALLENGE_REQUESTED_BY_MANDATE';
