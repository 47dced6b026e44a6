import type { CardOption } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { failed, ready, underWay } from '../payments.js';

const wanting: CardOption = {
  type: 'card',
  fields: { holder: 'required', email: 'required', phone: 'required', billing: 'required' },
  save: true,
};

const number = '[name="cc-number"]';
/** The rules of a country come a moment later. */
const address = '[name~="postal-code"]';

export const card: GalleryStates = {
  empty: { payment: ready() },
  focused: { payment: ready(), isFocused: true, act: async (stage) => (await stage.find(number)).focus() },
  half_filled: {
    payment: ready(),
    async act(stage) {
      await stage.write(number, '4242424242424242');
      await stage.write('[name="cc-exp"]', '1221');
      await stage.pay();
    },
  },
  errors: { payment: ready(), act: (stage) => stage.pay() },
  everything_asked: { payment: ready({ methods: [wanting] }), shows: address },
  everything_asked_errors: { payment: ready({ methods: [wanting] }), shows: address, act: (stage) => stage.pay() },
  split_expiry: { payment: ready(), tag: { expiry: 'split' } },
  brand: { payment: ready(), act: (stage) => stage.write(number, '5555555555554444') },
  co_badged: {
    payment: ready(),
    lookup: { brands: ['cartes_bancaires', 'visa'], country: 'FR' },
    async act(stage) {
      await stage.write(number, '4000002500001001');
      await stage.find('[id="number-hint"]:not(:empty)');
    },
  },
  brand_choice: {
    payment: ready({ methods: [{ type: 'card', brand_choice: true }] }),
    lookup: { brands: ['cartes_bancaires', 'visa'], country: 'FR' },
    async act(stage) {
      await stage.write(number, '4000002500001001');
      (await stage.find('[name="brand"]')).click();
    },
  },
  paying: {
    payment: { ...underWay('submitting'), decision: { key: 'key', kind: 'submit', attempt: null } },
  },
  declined: { payment: failed('insufficient_funds') },
  cancelled: { payment: failed('cancelled') },
  check_the_code: { payment: failed('check_cvc') },
  confirm_with_the_bank: { payment: failed('authentication_required') },
  try_later: { payment: failed('try_again_later') },
  refused: { payment: { ...ready(), problem: { code: 'method_not_available', decision: 'submit' } } },
  offline: { payment: { ...ready(), problem: { code: 'network', decision: 'submit' } } },
  no_way_to_pay: { payment: ready({ methods: [] }) },
};
