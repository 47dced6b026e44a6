import { FlorinAcceptedMethods, FlorinInstallments, FlorinPaymentStatus, FlorinReceipt } from '@florin/display/vue';
import { h } from 'vue';

// As vue-tsc reads a template: a wrong prop is an error in each of them. Vue's own set-up resolves modules as bundlers do.

export const right = [
  h(FlorinAcceptedMethods, { methods: 'visa, Alma', locale: 'fr' }),
  h(FlorinInstallments, { amount: 4999, currency: 'EUR', exponent: 2, plans: '[]', timeZone: 'Europe/Paris' }),
  h(FlorinPaymentStatus, { snapshot: '{}' }),
  h(FlorinReceipt, { amount: 4999, currency: 'EUR', exponent: 2, chargeBacks: '[]' }),
];

export const wrong = [
  // @ts-expect-error -- a list is said as text
  h(FlorinAcceptedMethods, { methods: ['visa'] }),
  // @ts-expect-error -- a currency is a code
  h(FlorinInstallments, { currency: 978 }),
  // @ts-expect-error -- a snapshot is JSON
  h(FlorinPaymentStatus, { snapshot: {} }),
  // @ts-expect-error -- there is no such theme
  h(FlorinReceipt, { theme: 'pink' }),
];
