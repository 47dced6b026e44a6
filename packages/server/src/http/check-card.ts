import {
  CardOption,
  parse,
  type CardInput,
  type CardInstallments,
  type CardLookup,
  type Violation,
} from '@florin/contract';
import type { IntentRecord, OfferedMethod } from '../intent-record.js';
import { ProblemError } from '../problem.js';

/** Refuses a card that lacks what it needs or what the merchant asks for, or that says what was not offered. */
export function checkCard(card: CardInput, offered: OfferedMethod, lookup: CardLookup, base: string): void {
  const parsed = parse(CardOption, offered);
  const option = parsed.ok ? parsed.value : { type: 'card' as const };
  const errors = [...missing(card, option, lookup), ...notOffered(card, option, lookup)];
  if (errors.length > 0)
    throw new ProblemError('validation_failed', {
      errors: errors.map(({ pointer, code }) => ({ pointer: `${base}${pointer}`, code })),
    });
}

function missing(card: CardInput, { fields = {} }: CardOption, lookup: CardLookup): Violation[] {
  const wanted: [present: boolean, need: string, pointers: string[]][] = [
    [card.exp_month !== undefined, lookup.expiry ?? 'required', ['/exp_month', '/exp_year']],
    [card.cvc !== undefined, lookup.cvc?.need ?? 'required', ['/cvc']],
    [card.holder !== undefined, fields.holder ?? 'optional', ['/holder']],
    [card.email !== undefined, fields.email ?? 'hidden', ['/email']],
    [card.phone !== undefined, fields.phone ?? 'hidden', ['/phone']],
    [card.billing !== undefined, fields.billing ?? 'hidden', ['/billing']],
  ];
  return wanted.flatMap(([present, need, pointers]) =>
    present || need === 'optional' || need === 'hidden'
      ? []
      : pointers.map((pointer) => ({ pointer, code: 'required' })),
  );
}

function notOffered(card: CardInput, option: CardOption, lookup: CardLookup): Violation[] {
  const { brand, billing, installments, cvc } = card;
  const { brands: accepted = [], billing_countries: countries } = option;
  const isWrong: [wrong: boolean, pointer: string, code: string][] = [
    [brand !== undefined && !isBrandOf(lookup, accepted, brand), '/brand', 'invalid_value'],
    [installments !== undefined && !isShownPlan(card, lookup), '/installments', 'invalid_value'],
    [
      billing !== undefined && countries !== undefined && !countries.includes(billing.country),
      '/billing/country',
      'invalid_value',
    ],
    [
      cvc !== undefined && lookup.cvc?.length !== undefined && cvc.length !== lookup.cvc.length,
      '/cvc',
      'invalid_format',
    ],
  ];
  return isWrong.flatMap(([wrong, pointer, code]) => (wrong ? [{ pointer, code }] : []));
}

/** It is offered, at the price that the customer was shown. */
function isShownPlan(card: CardInput, lookup: CardLookup): boolean {
  const plan = planOf(card, lookup);
  return plan !== null && (card.installments_total ?? plan.total) === plan.total;
}

/** A lookup without brands knows none: there is nothing to hold the choice against but what is accepted. */
function isBrandOf({ brands }: CardLookup, accepted: readonly string[], brand: string): boolean {
  const takes = (list: readonly string[]) => list.length === 0 || list.includes(brand);
  return takes(brands) && takes(accepted);
}

/** The brand that the customer chose; else the international one, which a lookup has last. */
export function brandOf({ brand }: CardInput, { brands }: CardLookup): string | undefined {
  return brand ?? brands.at(-1);
}

export function planOf({ installments }: CardInput, lookup: CardLookup): CardInstallments | null {
  return lookup.installments?.find(({ count }) => count === installments) ?? null;
}

/** The merchant asks, the customer agrees, and there is a customer to keep it for. */
export function agreesToSave({ save }: CardInput, option: OfferedMethod, { customer }: IntentRecord): boolean {
  return save === true && 'save' in option && option.save === true && customer?.id !== undefined;
}
