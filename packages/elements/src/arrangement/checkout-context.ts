import { ContextEvent, createContext } from '@lit/context';

/** The checkout around an element, for whoever asks for it as the community's context protocol says. */
export const checkoutContext = createContext<HTMLElement, symbol>(Symbol.for('florin-checkout'));

/** A part that the page has placed says that it is there. */
export function askForCheckout(part: HTMLElement): void {
  part.dispatchEvent(new ContextEvent(checkoutContext, part, () => {}));
}
