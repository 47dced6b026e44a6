import type { CardOption, MethodOption, QrOption } from '@florin/contract';
import { warnOnce } from './warn-once.js';

/** A way to pay that this version can draw. */
export type DrawableMethod = (CardOption | QrOption) & { key: string };

const drawable = ['card', 'qr'];

/** The offered methods that can be drawn, in the merchant's order, each with a key of its own. */
export function drawableMethods(methods: readonly MethodOption[]): DrawableMethod[] {
  return methods.flatMap((method, index) => {
    if (drawable.includes(method.type))
      return [{ ...(method as CardOption | QrOption), key: `${method.type}-${index}` }];
    warnOnce(`the method "${method.type}" is offered, but this version cannot draw it; it is left out.`);
    return [];
  });
}
