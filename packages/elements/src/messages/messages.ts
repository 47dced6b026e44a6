import { PlacedPart } from '../arrangement/placed-part.js';

/**
 * @summary The words about a payment that did not go through, where a page places them inside its `<florin-checkout>`.
 * @csspart failure - The words; their first line is also `failure-title`.
 */
export class FlorinMessages extends PlacedPart {}

declare global {
  interface HTMLElementTagNameMap {
    'florin-messages': FlorinMessages;
  }
}
