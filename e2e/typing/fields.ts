import { DigitField, groupNumber } from './digit-field.js';
import { ExpiryField, pastedDates } from './expiry-field.js';
import type { FieldModel } from './field-model.js';

/** What is typed into a field, and what it is expected to do with it. */
export interface Field {
  id: string;
  /** Begun with one of these, or the head of it. */
  starts: readonly string[];
  pasted: readonly string[];
  /** More keys that belong to it. */
  also?: readonly string[];
  /** It is a date: what comes in one piece comes in the place of all that stands there. */
  isWhole?: boolean;
  model(): FieldModel;
}

export const number: Field = {
  id: 'number',
  starts: [
    '4242424242424242',
    '4000000000000000006',
    '378282246310005',
    '5555555555554444',
    '30569309025904',
    '6304000000000000000',
  ],
  pasted: ['4242-4242', 'Card: 4242 4242 4242 4242', '3782 822463 10005', '42\n42', '٤٢٤٢', 'none'],
  model: () => new DigitField(groupNumber),
};

export const cvc: Field = {
  id: 'cvc',
  starts: ['123', '1234'],
  pasted: ['1 2 3', 'CVC 123', 'none'],
  model: () => new DigitField((digits) => digits),
};

export const expiry: Field = {
  id: 'expiry',
  starts: ['0442', '1242', '0742', '122042'],
  pasted: Object.keys(pastedDates),
  also: ['/'],
  isWhole: true,
  model: () => new ExpiryField(),
};
