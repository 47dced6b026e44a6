import type { CardLookup } from '@florin/contract';
import type { Brand, Check, TextWithCaret, TextWithSelection } from '@florin/core/card';
import type { Messages } from '@florin/locale';

/** What the fields are drawn from and held against. */
export interface FieldContext {
  /** Null while the words have not come yet: their room is kept. */
  readonly words: Messages | null;
  readonly brand: Brand | undefined;
  /** What a lookup told of this card; null: nothing, or not yet. */
  readonly lookup: CardLookup | null;
  /** Ids of the brands that the shop takes; none: all. */
  readonly brands: readonly string[];
  /** How much the name on the card is needed. */
  readonly holder: string;
  readonly testMode: boolean;
  now(): Date;
  /** What stands in a field. */
  textOf(id: string): string;
}

/** A field of the form: what it is called, what it takes, and what is said when that is not right. */
export interface FormField {
  /** Of its input in the card's one shadow root. Its part is `field-<id>`. */
  readonly id: string;
  /** Another one under the same id is drawn anew. */
  readonly key?: string;
  readonly autocomplete: string;
  readonly keypad: 'numeric' | 'text' | 'email' | 'tel';
  /** As it is said of the input: digits stand left to right in every language. */
  readonly isLeftToRight?: boolean;
  readonly capitals?: 'words' | 'characters';
  /** To choose from, in place of an input. An empty choice stands before them. */
  readonly options?: readonly { readonly value: string; readonly name: string }[];
  /** What stands in it until the customer changes it. */
  readonly initial?: string;
  /** Two of these share a line where there is room. */
  readonly isHalf?: boolean;
  label(words: Messages): string;
  hint?(context: FieldContext): string | undefined;
  isOptional(context: FieldContext): boolean;
  check(text: string, context: FieldContext): Check<unknown, string>;
  /** What to do about a reason of `check`, in words. */
  errorText(reason: string, context: FieldContext): string;
  /** Puts the text in order after an edit; the caret stays where the customer put it. */
  regroup?(after: TextWithCaret, before?: TextWithSelection): TextWithCaret;
  /** Writes the text in full once the field is left. */
  settle?(text: string): string;
}

/** An error of ours is kept as its reason, so that it follows the language; one of the backend's comes with its words. */
export type FieldError = { reason: string } | { message: string };

/** The first reason why a field cannot be sent; nothing when it can. */
export function errorOf(field: FormField, context: FieldContext): { reason: string } | undefined {
  const check = field.check(context.textOf(field.id), context);
  return check.state === 'valid' ? undefined : { reason: check.reason };
}

/** An empty field that need not be filled in is right as it is. */
export function orEmpty<Value, Reason extends string>(
  check: Check<Value, Reason>,
  mayBeEmpty: boolean,
): Check<Value | undefined, Reason> {
  return mayBeEmpty && check.state !== 'valid' && check.reason === 'empty'
    ? { state: 'valid', value: undefined }
    : check;
}

/** `required`, `optional` or `hidden`; any other word means `required`, so that nothing that is needed is left out. */
export function isNeeded(need: string | undefined): boolean {
  return need !== 'optional' && need !== 'hidden';
}
