import type { CardOption } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { ready } from '../payments.js';
import type { Stage } from '../stage.js';

const everything: CardOption = {
  type: 'card',
  fields: { holder: 'required', email: 'required', phone: 'required', billing: 'required' },
  save: true,
};
const number = '[name="cc-number"]';
/** The rules of a country come a moment later. */
const address = '[name~="postal-code"]';
const wide = ready({ methods: [everything] });
const floating = { labels: 'floating' };
const joined = { inputs: 'joined' };

async function fill(stage: Stage): Promise<void> {
  await stage.write(number, '4242424242424242');
  await stage.write('[name="cc-exp"]', '1242');
  await stage.write('[name="cc-csc"]', '123');
}
/** One field is right, one is wrong, the others are empty. */
async function mistake(stage: Stage): Promise<void> {
  await stage.write(number, '4242424242424242');
  await stage.write('[name="cc-exp"]', '1221');
  await stage.pay();
}

export const fields: GalleryStates = {
  floating: { payment: ready(), tag: floating },
  floating_focused: {
    payment: ready(),
    tag: floating,
    isFocused: true,
    act: async (stage) => (await stage.find(number)).focus(),
  },
  floating_filled: { payment: ready(), tag: floating, act: fill },
  floating_mistakes: { payment: ready(), tag: floating, act: mistake },
  floating_everything: { payment: wide, tag: floating, shows: address },
  floating_split_expiry: { payment: ready(), tag: { ...floating, expiry: 'split' } },
  joined: { payment: ready(), tag: joined },
  joined_filled: { payment: ready(), tag: joined, act: fill },
  joined_mistakes: { payment: ready(), tag: joined, act: mistake },
  joined_everything: { payment: wide, tag: joined, shows: address },
  joined_split_expiry: { payment: ready(), tag: { ...joined, expiry: 'split' } },
};
