import type { GalleryStates } from '../gallery-state.js';
import { ready } from '../payments.js';

const number = '[name="cc-number"]';

export const cardPicture: GalleryStates = {
  empty: { payment: ready(), tag: { cardPicture: true } },
  front: {
    payment: ready(),
    tag: { cardPicture: true },
    act: (stage) => stage.write(number, '4242424242'),
  },
  back: {
    payment: ready(),
    tag: { cardPicture: true },
    isFocused: true,
    async act(stage) {
      await stage.write(number, '4242424242424242');
      await stage.write('[name="cc-csc"]', '12');
      (await stage.find('[name="cc-csc"]')).focus();
    },
  },
  code_on_the_front: {
    payment: ready(),
    tag: { cardPicture: true },
    async act(stage) {
      await stage.write(number, '378282246310005');
      await stage.write('[name="cc-csc"]', '123');
      (await stage.find('[name="cc-csc"]')).focus();
    },
  },
};
