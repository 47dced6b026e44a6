import type { CardOption, InstallmentsOption, MethodOption, QrOption, SavedCardOption } from '@florin/contract';
import type { InstallmentsMethod } from '../installments/installments-method.js';
import { savedCardMethods, type SavedCardMethod } from '../saved-card/saved-card-method.js';
import { warnOnce } from './warn-once.js';

/** A way to pay that this version can draw. */
export type DrawableMethod = ((CardOption | QrOption) & { key: string }) | InstallmentsMethod | SavedCardMethod;

/**
 * The offered methods that can be drawn, in the merchant's order; each saved card is one. The first card is `card-0` wherever
 * it stands, so that what was typed into the assumed form before the intent was read stays where it is; a shop that takes
 * cards for installments alone goes on with it too. `now`: ms on the backend's clock.
 */
export function drawableMethods(methods: readonly MethodOption[], now: number): DrawableMethod[] {
  const counts = new Map<string, number>();
  const cardType = methods.some(({ type }) => type === 'card') ? 'card' : 'installments';
  return methods.flatMap((method): DrawableMethod[] => {
    const count = counts.get(method.type) ?? 0;
    counts.set(method.type, count + 1);
    const key = method.type === cardType && count === 0 ? 'card-0' : `${method.type}-${count}`;
    switch (method.type) {
      case 'card':
      case 'qr':
      case 'installments':
        return [{ ...(method as CardOption | QrOption | InstallmentsOption), key }];
      case 'saved_card':
        return savedCardMethods(method as SavedCardOption, now);
      default:
        warnOnce(`the method "${method.type}" is offered, but this version cannot draw it; it is left out.`);
        return [];
    }
  });
}

export function mayBeChosen(method: DrawableMethod): boolean {
  return method.type !== 'saved_card' || !(method.isExpired || method.isRemoved);
}
