import type { CardInput, CardLookup } from '@florin/contract';
import { digitsOf } from '@florin/core/card';
import type { Brand, Expiry } from '@florin/core/card';
import type { Messages } from '@florin/locale';
import { cvcField, fieldsOf, holderField, numberField } from './card-fields.js';
import { expiryFields } from './expiry-fields.js';
import type { FieldContext, FormField } from './form-field.js';

/** What the fields are held against. */
interface CardRules {
  readonly shadowRoot: ShadowRoot | null;
  readonly words: Messages | null;
  readonly brands: readonly string[];
  readonly holder: string;
  readonly expiry: string;
  readonly testMode: boolean;
  readonly now: () => Date;
}

/** What stands in the parts of the form that are fetched later. */
interface LaterFields {
  readonly lookup: CardLookup | null;
  readonly details: { readonly fields: readonly FormField[] } | null;
}

/** How things stand with the whole form. */
export interface Standing {
  /** The first field that is not right, and why. */
  wrong: { field: FormField; reason: string } | null;
  /** Nothing is missing, though something may be wrong. */
  complete: boolean;
}

/** What may not be kept anywhere, not even by the browser for a step back in history. */
const cardData = ['number', 'expiry', 'expiry-month', 'expiry-year', 'cvc'];

/** Every field that a card may have, each in its place: what is drawn there is never another field's input. */
export const places = [numberField, ...expiryFields.one, ...expiryFields.split, cvcField, holderField];

/** The fields that there are, and the texts in them. The texts stay where they are: in the inputs. */
export class CardForm {
  /** The brand whose rules the card follows, as far as it is known. */
  brand: Brand | undefined;

  constructor(
    private readonly rules: CardRules,
    private readonly later: LaterFields,
  ) {}

  get context(): FieldContext {
    const { words, brands, holder, testMode, now } = this.rules;
    const { lookup } = this.later;
    return { words, brand: this.brand, lookup, brands, holder, testMode, now, textOf: this.textOf };
  }

  /** Those of the card itself. */
  get cardFields(): readonly FormField[] {
    return fieldsOf(this.context, expiryFields[this.rules.expiry === 'split' ? 'split' : 'one']);
  }

  get fields(): readonly FormField[] {
    const { cardFields, later } = this;
    return later.details ? [...cardFields, ...later.details.fields] : cardFields;
  }

  fieldOf(id: string): FormField | undefined {
    // Asked at every event of every key: most often for one of the card's own, which needs no list to be made.
    const own = places.find((field) => field.id === id);
    return own ?? this.later.details?.fields.find((field) => field.id === id);
  }

  inputOf(id: string): HTMLInputElement | HTMLSelectElement | null {
    return (this.rules.shadowRoot?.getElementById(id) ?? null) as HTMLInputElement | HTMLSelectElement | null;
  }

  readonly textOf = (id: string): string => this.inputOf(id)?.value ?? '';

  write(id: string, text: string): void {
    const input = this.inputOf(id);
    if (input) input.value = text;
  }

  get standing(): Standing {
    const { context } = this;
    const standing: Standing = { wrong: null, complete: true };
    for (const field of this.fields) {
      const check = field.check(context.textOf(field.id), context);
      if (check.state === 'valid') continue;
      standing.wrong ??= { field, reason: check.reason };
      if (check.state === 'incomplete') standing.complete = false;
    }
    return standing;
  }

  /** Nothing of a card has been filled in. */
  get isEmpty(): boolean {
    return cardData.every((id) => this.textOf(id) === '');
  }

  /** The card, to be sent at once and then forgotten; null while a field is not right. */
  read(): CardInput | null {
    const { context } = this;
    const values = new Map<string, unknown>();
    for (const field of this.fields) {
      const result = field.check(context.textOf(field.id), context);
      if (result.state !== 'valid') return null;
      values.set(field.id, result.value);
    }
    const text = (id: string) => values.get(id) as string | undefined;
    const [date, cvc, holder] = [dateOf(values), text('cvc'), text('holder')];
    return {
      type: 'card',
      number: text('number') as string,
      ...(date && { exp_month: date.month, exp_year: date.year }),
      ...(cvc !== undefined && { cvc }),
      ...(holder !== undefined && { holder }),
    };
  }

  /**
   * What the browser may keep of the form, on disk too. A number that was typed into the wrong field is nothing of that:
   * only what is right is kept, and no run of digits that could be a card's.
   */
  get keepable(): FormData {
    const { context } = this;
    const texts = new FormData();
    for (const field of this.fields) {
      const { id } = field;
      const text = this.textOf(id);
      const isKept = !isCardData(field) && field.check(text, context).state === 'valid';
      if (isKept && (id === 'phone' || digitsOf(text).length < 12)) texts.set(id, text);
    }
    return texts;
  }
}

export function isCardData({ id }: FormField): boolean {
  return cardData.includes(id);
}

function dateOf(values: ReadonlyMap<string, unknown>): Expiry | undefined {
  const [month, year] = [values.get('expiry-month'), values.get('expiry-year')];
  if (typeof month === 'number' && typeof year === 'number') return { month, year };
  return values.get('expiry') as Expiry | undefined;
}
