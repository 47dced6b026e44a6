import type { CardLookup } from '@florin/contract';

export type LookUp = (digits: string, signal: AbortSignal) => Promise<CardLookup | null>;

/** As many first digits as may be looked up (ISO/IEC 7812-1: an issuer's identification number has eight). */
const LENGTH = 8;
/** ms that the number stays as it is before it is looked up. */
const PAUSE = 250;

/**
 * Asks what the first digits of the number tell, once they are there and while the customer types on. Whatever goes wrong,
 * nothing is known and everything is as the brand has it: the form never waits for it.
 */
export class CardLookups {
  /** What is known of the card whose number is in the field. */
  result: CardLookup | null = null;
  /** The brand that the customer has chosen, of a card that has several. */
  chosenBrand: string | null = null;
  /** How many payments the customer has chosen; 1: at once. */
  chosenInstallments = 1;

  private digits = '';
  private lookUp: LookUp | null = null;
  private asked = '';
  private isLost = false;
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onChange`: what is known or chosen is something else now. */
  constructor(private readonly onChange: () => void) {}

  /** The number in the field is this one now, and this is who tells of it. */
  follow(digits: string, lookUp: LookUp | null): void {
    // Typing on is the same card; anything else is another one, and what was chosen was not meant for it.
    if (!digits.startsWith(this.digits)) this.forgetChoices();
    this.digits = digits;
    const bin = lookUp && digits.length >= LENGTH ? digits.slice(0, LENGTH) : '';
    if (bin === this.asked && lookUp === this.lookUp) return;
    this.forget();
    this.lookUp = lookUp;
    this.asked = bin;
    if (lookUp && bin) this.timer = setTimeout(() => void this.ask(bin, lookUp), PAUSE);
  }

  /** What was lost on the way is worth another try. */
  retry(): void {
    if (this.isLost) this.asked = '';
    this.isLost = false;
  }

  /** Nothing is known any more, and nothing that is under way is waited for. */
  forget(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asked = '';
    this.isLost = false;
    this.set(null);
  }

  choose(brand: string): void {
    this.chosenBrand = brand;
    this.onChange();
  }

  chooseInstallments(count: number): void {
    this.chosenInstallments = count;
    this.onChange();
  }

  forgetChoices(): void {
    if (this.chosenBrand === null && this.chosenInstallments === 1) return;
    this.chosenBrand = null;
    this.chosenInstallments = 1;
    this.onChange();
  }

  private async ask(bin: string, lookUp: LookUp): Promise<void> {
    const asking = (this.asking = new AbortController());
    const result = await answerOf(lookUp, bin, asking.signal);
    if (asking.signal.aborted) return;
    this.isLost = result === null;
    this.set(result);
  }

  private set(result: CardLookup | null): void {
    if (result === this.result) return;
    this.result = result;
    this.onChange();
  }
}

async function answerOf(lookUp: LookUp, bin: string, signal: AbortSignal): Promise<CardLookup | null> {
  try {
    return await lookUp(bin, signal);
  } catch {
    // Nothing is known then, and that harms nothing.
    return null;
  }
}
