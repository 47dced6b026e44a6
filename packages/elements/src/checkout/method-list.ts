import type { CardOption, MethodOption, QrOption } from '@florin/contract';
import { warnOnce } from './warn-once.js';

/** A way to pay that this version can draw. */
export type DrawableMethod = (CardOption | QrOption) & { key: string };

const drawable = ['card', 'qr'];

/**
 * The offered methods that can be drawn, in the merchant's order. The first card is `card-0` wherever it stands, so that
 * what was typed into the assumed form before the intent was read stays where it is.
 */
export function drawableMethods(methods: readonly MethodOption[]): DrawableMethod[] {
  const counts = new Map<string, number>();
  return methods.flatMap((method) => {
    if (drawable.includes(method.type)) {
      const count = counts.get(method.type) ?? 0;
      counts.set(method.type, count + 1);
      return [{ ...(method as CardOption | QrOption), key: `${method.type}-${count}` }];
    }
    warnOnce(`the method "${method.type}" is offered, but this version cannot draw it; it is left out.`);
    return [];
  });
}
