import { Amount, MethodOption, parse, type Intent } from '@florin/contract';
import type { Customer, IntentRecord, OfferedMethod } from './intent-record.js';
import { toPublicIntent } from './public-intent.js';
import { randomToken, sha256 } from './secrets.js';
import type { ServerContext } from './server-context.js';

export interface NewIntent {
  /** Minor units, with the exponent said. */
  amount: Amount;
  description?: string;
  customer?: Customer;
  /** What to offer. A method may name its own `gateway`. */
  methods: readonly OfferedMethod[];
  /** ms until it expires; `null`: never. An hour when left out. */
  expiresIn?: number | null;
  returnUrl?: string;
  merchant?: { name: string };
  /** The gateway of every method that names none; may be left out when there is only one. */
  gateway?: string;
  metadata?: Record<string, string>;
}

export interface CreatedIntent {
  intent: Intent;
  /** Opens this intent alone. Hand it to the customer's page; it is not kept here and cannot be read again. */
  clientSecret: string;
}

/** A mistake in the merchant's own code. */
export class InvalidOptionError extends Error {
  override readonly name = 'InvalidOptionError';
  readonly code = 'option_invalid';
  readonly option: string;

  constructor(option: string, what: string) {
    super(`${option}: ${what}`);
    this.option = option;
  }
}

const DEFAULT_LIFETIME = 60 * 60 * 1000;

export async function createIntent(
  context: ServerContext,
  merchant: { name: string },
  options: NewIntent,
): Promise<CreatedIntent> {
  const gateway = chooseGateway(context, options);
  checkOptions(options);
  const { clock, store, publicUrl } = context;
  const { expiresIn = DEFAULT_LIFETIME } = options;
  const now = clock.now();
  const id = `pi_${randomToken(18)}`;
  const clientSecret = `${id}_secret_${randomToken(32)}`;
  const intent: IntentRecord = {
    id,
    version: 1,
    status: 'pending',
    secretHash: await sha256(clientSecret),
    amount: options.amount,
    merchant: options.merchant ?? merchant,
    description: options.description ?? null,
    returnUrl: options.returnUrl ?? null,
    customer: options.customer ?? null,
    metadata: options.metadata ?? {},
    gateway,
    methods: [...options.methods],
    providerIntents: {},
    createdAt: now,
    expiresAt: expiresIn === null ? null : now + expiresIn,
    attempts: [],
  };
  await store.insert(intent);
  return { intent: toPublicIntent(intent, now, publicUrl), clientSecret };
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

function checkOptions({ amount, methods, expiresIn, returnUrl }: NewIntent): void {
  if (!parse(Amount, amount).ok)
    throw new InvalidOptionError(
      'amount',
      'wants { value: integer in minor units, currency: "EUR", exponent: 0 to 4 }',
    );
  if (methods.length === 0) throw new InvalidOptionError('methods', 'offer at least one');
  if (methods.some((method) => !parse(MethodOption, method).ok))
    throw new InvalidOptionError('methods', 'one of them does not fit the contract');
  if (typeof expiresIn === 'number' && !(expiresIn > 0)) throw new InvalidOptionError('expiresIn', 'wants ms above 0');
  if (returnUrl !== undefined && !/^https?:$/.test(URL.canParse(returnUrl) ? new URL(returnUrl).protocol : ''))
    throw new InvalidOptionError('returnUrl', 'wants a web address');
}
