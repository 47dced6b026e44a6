import type { Intent, SavedCardOption } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { ready } from '../payments.js';

const cards: SavedCardOption = {
  type: 'saved_card',
  removable: true,
  cards: [
    { id: 'c1', brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2042, is_default: true },
    { id: 'c2', brand: 'amex', last4: '0005', exp_month: 11, exp_year: 2044 },
    { id: 'c3', brand: 'mastercard', last4: '4444', exp_month: 1, exp_year: 2024 },
  ],
};
const brands =
  'visa mastercard amex diners discover jcb unionpay maestro elo mir hiper hipercard verve ' +
  'troy naranja cartes_bancaires bancontact dankort girocard eftpos interac mada pagobancomat rupay card_of_a_small_town';
const oneOfEach: SavedCardOption = {
  type: 'saved_card',
  cards: brands.split(' ').map((brand, index) => ({
    id: brand,
    brand,
    last4: String(1000 + index),
    exp_month: 12,
    exp_year: 2042,
    cvc: 'hidden',
  })),
};
const methods: Intent['methods'] = [cards, { type: 'card' }];
const shows = '[part~="saved-card"]';

export const savedCard: GalleryStates = {
  list: { payment: ready({ methods }), shows },
  code_missing: { payment: ready({ methods }), shows, act: (stage) => stage.pay() },
  removed: { payment: ready({ methods }), shows, act: (stage) => stage.press('remove') },
  every_brand: { payment: ready({ methods: [oneOfEach] }), shows },
  tabs: { payment: ready({ methods }), tag: { layout: 'tabs' }, shows },
};
