import type { NewIntent } from '@florin/server';

type Need = 'required' | 'optional' | 'hidden';
const fieldNames = ['holder', 'email', 'phone', 'billing'] as const;

/**
 * How an order is to be paid, as the browser that makes it may ask (`POST /api/orders`): a demo shows many shops in one.
 * `customer`: "returning" | "new" | "cus_…" of an earlier answer; `fields: { holder?, email?, phone?, billing? }`, each
 * "required" | "optional" | "hidden"; `billing_countries`, `brands`, `preferred_brands`: lists; `brand_choice`, `save`: true.
 */
export interface Offer {
  /** `null`: a guest. `returning`: an account of its own with three saved cards. `new`: one without any. Else: that one. */
  customer: 'returning' | 'new' | (string & {}) | null;
  methods: NewIntent['methods'];
}

/** `undefined`: it asks for something that this shop does not know. Nothing said is the plain shop. */
export function readOffer(body: Record<string, unknown>): Offer | undefined {
  const { customer = null, save, fields = {}, brand_choice } = body;
  if (customer !== null && (typeof customer !== 'string' || !/^(?:returning|new|cus_[\w-]{1,60})$/.test(customer)))
    return undefined;
  if (!isObject(fields) || !Object.entries(fields).every(([name, need]) => isFieldName(name) && isNeed(need)))
    return undefined;
  const lists = ['brands', 'preferred_brands', 'billing_countries'].flatMap((name) =>
    body[name] === undefined ? [] : [[name, body[name]] as const],
  );
  if (!lists.every(([, list]) => isWords(list))) return undefined;
  const card = {
    type: 'card' as const,
    fields: { holder: 'optional' as const, ...(fields as Partial<Record<(typeof fieldNames)[number], Need>>) },
    test_mode: true,
    ...(Object.fromEntries(lists) as { brands?: string[] }),
    ...(brand_choice === true && { brand_choice }),
    ...(save === true && { save }),
  };
  // Without test mode, because one of the cards is expired and should be seen to be.
  const saved = customer === null ? [] : [{ type: 'saved_card' as const, removable: true }];
  return { customer, methods: [...saved, card, { type: 'qr' as const }] };
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
