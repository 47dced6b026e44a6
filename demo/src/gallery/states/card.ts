import type { CardOption } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { failed, ready, underWay } from '../payments.js';

const wanting: CardOption = {
  type: 'card',
  fields: { holder: 'required', email: 'required', phone: 'required', billing: 'required' },
  save: true,
};

export const card: GalleryStates = {
  empty: { payment: ready() },
  errors: { payment: ready(), act: (stage) => stage.pay() },
  everything_asked: { payment: ready({ methods: [wanting] }) },
  everything_asked_errors: { payment: ready({ methods: [wanting] }), act: (stage) => stage.pay() },
  split_expiry: { payment: ready(), tag: { expiry: 'split' } },
  paying: {
    payment: { ...underWay('submitting'), decision: { key: 'key', kind: 'submit', attempt: null } },
  },
  declined: { payment: failed('insufficient_funds') },
  check_the_code: { payment: failed('check_cvc') },
  confirm_with_the_bank: { payment: failed('authentication_required') },
  try_later: { payment: failed('try_again_later') },
  refused: { payment: { ...ready(), problem: { code: 'method_not_available', decision: 'submit' } } },
  offline: { payment: { ...ready(), problem: { code: 'network', decision: 'submit' } } },
  no_way_to_pay: { payment: ready({ methods: [] }) },
};
