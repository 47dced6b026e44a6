import { Amount, parse, type Intent } from '@florin/contract';
import type { Customer, IntentRecord, OfferedMethod } from './intent-record.js';
import { InvalidOptionError } from './invalid-option.js';
import { checkMethods, fillMethods } from './offered-methods.js';
import type { Order } from './order.js';
import { toPayment } from './provider-reader.js';
import { toPublicIntent } from './public-intent.js';
import { randomToken, sha256 } from './secrets.js';
import type { ServerContext } from './server-context.js';

export interface NewIntent {
  /** Minor units, with the exponent said. */
  amount: Amount;
  description?: string;
  customer?: Customer;
  /**
   * What to offer. A method may name its own `gateway`. The `cards` of a `saved_card` are filled in: those that the
   * customer's `id` has at its gateway. An `installments` without plans gets those that its gateway lists for this
   * payment; when there is none, it is left out.
   */
  methods: readonly OfferedMethod[];
  /** ms until it expires; `null`: never. An hour when left out. */
  expiresIn?: number | null;
  /** Where a provider's page leads back to. Whoever has the intent's id is led there: no secret in it. */
  returnUrl?: string;
  /** Where the customer seems to be, ISO 3166-1 alpha-2: chosen beforehand where methods differ by country. */
  country?: string;
  merchant?: { name: string };
  /** The gateway of every method that names none; may be left out when there is only one. */
  gateway?: string;
  metadata?: Record<string, string>;
  /** What is bought, for providers that want to know. */
  order?: Order;
}

export interface CreatedIntent {
  intent: Intent;
  /** Opens this intent alone. Hand it to the customer's page; it is not kept here and cannot be read again. */
  clientSecret: string;
}

const DEFAULT_LIFETIME = 60 * 60 * 1000;

export async function createIntent(
  context: ServerContext,
  merchant: { name: string },
  options: NewIntent,
): Promise<CreatedIntent> {
  const gateway = chooseGateway(context, options);
  checkOptions(options);
  checkMethods(context, options.methods, gateway);
  const { clock, store } = context;
  const { expiresIn = DEFAULT_LIFETIME } = options;
  const now = clock.now();
  const id = `pi_${randomToken(18)}`;
  const clientSecret = `${id}_secret_${randomToken(32)}`;
  const asked: IntentRecord = {
    id,
    version: 1,
    status: 'pending',
    secretHash: await sha256(clientSecret),
    amount: options.amount,
    merchant: options.merchant ?? merchant,
    description: options.description ?? null,
    returnUrl: options.returnUrl ?? null,
    ...(options.country !== undefined && { country: options.country }),
    customer: options.customer ?? null,
    metadata: options.metadata ?? {},
    ...(options.order && { order: options.order }),
    gateway,
    methods: [...options.methods],
    removedCards: [],
    providerIntents: {},
    createdAt: now,
    expiresAt: expiresIn === null ? null : now + expiresIn,
    attempts: [],
  };
  checkGateways(context, asked);
  const intent = { ...asked, methods: await fillMethods(context, asked) };
  await store.insert(intent);
  // Where timers do not live on, this is when removed cards are thought of.
  context.keeper.forgetSoon();
  return { intent: toPublicIntent(intent, clock.now(), context), clientSecret };
}

function chooseGateway({ gateways }: ServerContext, { gateway, methods }: NewIntent): string {
  const [only, ...others] = gateways.keys();
  const chosen = gateway ?? (others.length === 0 ? only : undefined);
  for (const name of [chosen, ...methods.map((method) => method.gateway ?? chosen)])
    if (name !== undefined && !gateways.has(name)) throw new InvalidOptionError('gateway', 'no gateway has this name');
  if (chosen === undefined && methods.some((method) => method.gateway === undefined))
    throw new InvalidOptionError('gateway', 'say which gateway takes a method that names none');
  return chosen ?? '';
}

/** Whoever takes one of the methods says what it needs and the merchant has not said. */
function checkGateways(context: ServerContext, intent: IntentRecord): void {
  const names = new Set(intent.methods.map((method) => method.gateway ?? intent.gateway));
  for (const name of names) context.gateways.get(name)?.check?.(toPayment(context, intent, name));
}

function checkOptions({ amount, customer, expiresIn, returnUrl, country }: NewIntent): void {
  if (!parse(Amount, amount).ok)
    throw new InvalidOptionError(
      'amount',
      'wants { value: integer in minor units, currency: "EUR", exponent: 0 to 4 }',
    );
  if (customer?.id !== undefined && !/^[^\0]{1,200}$/.test(customer.id))
    throw new InvalidOptionError('customer', 'its id wants 1 to 200 characters');
  if (typeof expiresIn === 'number' && !(expiresIn > 0)) throw new InvalidOptionError('expiresIn', 'wants ms above 0');
  if (returnUrl !== undefined && !/^https?:$/.test(URL.canParse(returnUrl) ? new URL(returnUrl).protocol : ''))
    throw new InvalidOptionError('returnUrl', 'wants a web address');
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new InvalidOptionError('country', 'wants two capital letters: FR');
}
