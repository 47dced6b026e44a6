import type { Attempt, CardOption, InstallmentsOption, MethodOption, SavedCardOption } from '@florin/contract';
import type { OtherMethod } from '../methods/other-method.js';
import type { SavedCardMethod } from '../saved-card/saved-card-method.js';
import { warnOnce } from './warn-once.js';

type KnownOption = CardOption | InstallmentsOption | SavedCardOption;

/** An option of the intent that this version can draw. */
export type OfferedMethod = (KnownOption & { key: string }) | OtherMethod;

/** One way to pay, as the list of them has it: each saved card is one. */
export type DrawableMethod = Exclude<OfferedMethod, { type: 'saved_card' }> | SavedCardMethod;

const known: readonly string[] = [
  'card',
  'saved_card',
  'installments',
  'qr',
  'redirect',
  'approval',
  'instructions',
  'mobile_money',
];

/**
 * The offered methods that can be drawn, in the merchant's order. The first card is `card-0` wherever it stands, so that
 * what was typed into the assumed form before the intent was read stays where it is; a shop that takes cards for
 * installments alone goes on with it too.
 */
export function offeredMethods(methods: readonly MethodOption[]): OfferedMethod[] {
  const counts = new Map<string, number>();
  const cardType = methods.some(({ type }) => type === 'card') ? 'card' : 'installments';
  return methods.flatMap((method): OfferedMethod[] => {
    const { type } = method;
    if (!known.includes(type)) {
      warnOnce(`the method "${type}" is offered, but this version cannot draw it; it is left out.`);
      return [];
    }
    const count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    const key = type === cardType && count === 0 ? 'card-0' : `${type}-${count}`;
    return [{ ...method, key } as OfferedMethod];
  });
}

/** The one that an attempt was made with. Where several are of its type, its name tells which. */
export function methodOf(attempt: Attempt['method'], methods: readonly DrawableMethod[]): DrawableMethod | undefined {
  const sameType = methods.filter(({ type }) => type === attempt.type);
  return sameType.length > 1 ? sameType.find((method) => isNamed(method, attempt.label)) : sameType[0];
}

function isNamed(method: DrawableMethod, name: string | undefined): boolean {
  if (method.type === 'saved_card') return name?.endsWith(method.card.last4) ?? false;
  return name === ('label' in method ? method.label : undefined);
}

export function mayBeChosen(method: DrawableMethod): boolean {
  return method.type !== 'saved_card' || !(method.isExpired || method.isRemoved);
}
