import type { FormContext } from './form-template.js';

/** What is drawn before anything has been read: a card is the likeliest thing to be asked for, and can be typed in at once. */
export const assumedMethod = { type: 'card', key: 'card-0' } as const;

export const assumedForm: Omit<
  FormContext,
  'messages' | 'locale' | 'shipping' | 'expiry' | 'labels' | 'inputs' | 'cardPicture' | 'placed'
> = {
  methods: [assumedMethod],
  chosen: assumedMethod.key,
  isHidden: false,
  isBusy: false,
  mayPay: false,
  amount: null,
  notice: null,
  lookUp: null,
  rows: null,
  payWords: null,
};
