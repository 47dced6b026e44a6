import { readScenario } from '@florin/sandbox';
import type { NewIntent } from '@florin/server';
import { moreMethods } from './more-methods.js';

type Need = 'required' | 'optional' | 'hidden';
const fieldNames = ['holder', 'email', 'phone', 'billing'] as const;

/** Whom the shop can be paid through; the first one unless it is said. */
const providerIds = ['payment-intents', 'payments-trust', 'milky-pay', 'purse'] as const;
export type ProviderId = (typeof providerIds)[number];

/**
 * How an order is to be paid, as the browser that makes it may ask (`POST /api/orders`): a demo shows many shops in one.
 * `provider`: one of `providerIds`; `scenario`: what the sandbox is to do (packages/sandbox/README.md);
 * `customer`: "returning" | "new" | "cus_…" of an earlier answer; `fields: { holder?, email?, phone?, billing? }`, each
 * "required" | "optional" | "hidden"; `billing_countries`, `brands`, `preferred_brands`: lists; `brand_choice`, `save`: true;
 * `more_methods`: true for banks, wallets and mobile money too; `country`: where the customer seems to be; `plan`: id of the plan
 * that was chosen on the product page.
 */
export interface Offer {
  provider: ProviderId;
  /** As JSON; `null`: the test cards decide. */
  scenario: string | null;
  /** `null`: a guest. `returning`: an account of its own with three saved cards. `new`: one without any. Else: that one. */
  customer: 'returning' | 'new' | (string & {}) | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** `null`: none was chosen. */
  plan: string | null;
  methods: NewIntent['methods'];
}

/** `undefined`: it asks for something that this shop does not know. Nothing said is the plain shop. */
export function readOffer(body: Record<string, unknown>): Offer | undefined {
  const { provider = providerIds[0], customer = null, country = null, save, fields = {}, brand_choice } = body;
  const { more_methods: more, plan = null } = body;
  if (plan !== null && (typeof plan !== 'string' || !/^\w{1,80}$/.test(plan))) return undefined;
  if (!isProviderId(provider)) return undefined;
  if (customer !== null && (typeof customer !== 'string' || !/^(?:returning|new|cus_[\w-]{1,60})$/.test(customer)))
    return undefined;
  if (country !== null && (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country))) return undefined;
  // One provider finances purchases.
  if (provider !== 'purse' && plan !== null) return undefined;
  // Cards are kept at one provider of the demo alone, which is the one with more than cards too.
  if (provider !== 'payment-intents' && (customer !== null || save === true || more === true)) return undefined;
  if (!isObject(fields) || !Object.entries(fields).every(([name, need]) => isFieldName(name) && isNeed(need)))
    return undefined;
  const lists = ['brands', 'preferred_brands', 'billing_countries'].flatMap((name) =>
    body[name] === undefined ? [] : [[name, body[name]] as const],
  );
  if (!lists.every(([, list]) => isWords(list))) return undefined;
  const scenario = scenarioOf(body['scenario']);
  if (scenario === undefined) return undefined;
  const asked = {
    fields: { holder: 'optional' as const, ...(fields as Partial<Record<(typeof fieldNames)[number], Need>>) },
    test_mode: true,
    ...(Object.fromEntries(lists) as { brands?: string[] }),
    ...(brand_choice === true && { brand_choice }),
  };
  const card = { type: 'card' as const, ...asked, ...(save === true && { save }) };
  // Without test mode, because one of the cards is expired and should be seen to be.
  const saved = customer === null ? [] : [{ type: 'saved_card' as const, removable: true }];
  // Its plans are asked for when the intent is made.
  const inParts = { type: 'installments' as const, code: 'almacb4x', label: 'Alma', plans: [], ...asked };
  const others = {
    'payment-intents': [{ type: 'qr' as const }, ...(more === true ? moreMethods : [])],
    'payments-trust': [],
    'milky-pay': [],
    purse: [inParts],
  };
  return { provider, scenario, customer, country, plan, methods: [...saved, card, ...others[provider]] };
}

/** Only what the sandbox understands is let in; it goes there in a header, which holds ASCII. */
function scenarioOf(asked: unknown): string | null | undefined {
  if (asked === undefined || asked === null) return null;
  const text = JSON.stringify(asked).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  try {
    readScenario(text);
    return text;
  } catch {
    return undefined;
  }
}

function isProviderId(value: unknown): value is ProviderId {
  return (providerIds as readonly unknown[]).includes(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldName(name: string): boolean {
  return (fieldNames as readonly string[]).includes(name);
}

function isNeed(value: unknown): value is Need {
  return value === 'required' || value === 'optional' || value === 'hidden';
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 20 && value.every((word) => /^\w{1,40}$/.test(String(word)));
}
