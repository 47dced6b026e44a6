import { PlacedPart } from '../arrangement/placed-part.js';

/**
 * @summary The ways to pay, where a page places them inside its `<florin-checkout>`: saved cards, other methods, plans, the
 * choice of a country, and the card itself unless a `<florin-card>` is placed too.
 * @slot icon-<code or type> - The page's own icon for a method, as in `<img slot="icon-card" alt="" src="…">`.
 * @csspart method - One way to pay; the chosen one is also `method-selected`.
 * @csspart more - The button that opens the other ways to pay, in the layout `single`.
 * @csspart card - The card, with all its parts.
 */
export class FlorinMethods extends PlacedPart {}

declare global {
  interface HTMLElementTagNameMap {
    'florin-methods': FlorinMethods;
  }
}
