/** A mistake in the merchant's own code. */
export class InvalidOptionError extends Error {
  override readonly name = 'InvalidOptionError';
  readonly code = 'option_invalid';
  readonly option: string;

  constructor(option: string, what: string) {
    super(`${option}: ${what}`);
    this.option = option;
  }
}
