/** A mistake of whoever writes the page, said at once and by a stable code. */
export class CheckoutError extends Error {
  override readonly name = 'CheckoutError';
  constructor(
    readonly code: 'option_missing',
    /** The option that is meant. */
    readonly option: string,
    message: string,
  ) {
    super(message);
  }
}
