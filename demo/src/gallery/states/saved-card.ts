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
const methods: Intent['methods'] = [cards, { type: 'card' }];
const shows = '[part~="saved-card"]';

export const savedCard: GalleryStates = {
  list: { payment: ready({ methods }), shows },
  code_missing: { payment: ready({ methods }), shows, act: (stage) => stage.pay() },
  removed: { payment: ready({ methods }), shows, act: (stage) => stage.press('remove') },
  tabs: { payment: ready({ methods }), tag: { layout: 'tabs' }, shows },
};
