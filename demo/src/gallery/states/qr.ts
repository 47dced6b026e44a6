import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { asked, askedStill, inSeconds, stopping } from '../payments.js';
import { elementsIn, type Stage } from '../stage.js';

const qrOf = (overrides: Partial<ActionOf<'qr'>> = {}): ActionOf<'qr'> => ({
  type: 'qr',
  content: 'https://wallet.example/pay/7b1f6a3e',
  ...overrides,
});
const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"%3E%3Cpath fill="white" d="M0 0h9v9H0z"/%3E%3Cpath d="M1 1h3v3H1zm4 0h1v2H5zm2 1h1v3H7zM1 5h2v1H1zm3 1h3v1H4zM1 7h1v1H1zm4 1h3V7H5z"/%3E%3C/svg%3E';

const copy = (takes: boolean) => async (stage: Stage) => {
  stage.clipboard(takes);
  await stage.press('copy');
};

/** The picture could not be read. */
const isUnshown = async (stage: Stage): Promise<void> => {
  while (elementsIn(stage.tag).some((element) => element.matches('img[part~="code"]'))) await stage.settled();
};

export const qr: GalleryStates = {
  fresh: { payment: asked(qrOf()) },
  picture: { payment: asked({ type: 'qr', image_url: picture }) },
  every_way: {
    payment: asked(
      qrOf({ expires_at: inSeconds(245), app_url: 'wallet://pay/7b1f6a3e', copy_code: '00020101021226580014BR.GOV' }),
    ),
  },
  copied: { payment: asked(qrOf({ copy_code: '00020101021226580014BR.GOV' })), act: copy(true) },
  not_copied: { payment: asked(qrOf({ copy_code: '00020101021226580014BR.GOV' })), act: copy(false) },
  time_is_up: { payment: asked(qrOf({ expires_at: inSeconds(-1), copy_code: '00020101021226580014BR.GOV' })) },
  expired: {
    payment: asked(qrOf({ expires_at: inSeconds(-1), copy_code: '00020101021226580014BR.GOV' })),
    answers: { refresh: askedStill },
  },
  not_stopped: {
    payment: asked(qrOf()),
    answers: { cancel: askedStill },
    act: (stage) => stage.press('cancel'),
  },
  stopping: { payment: stopping(qrOf()) },
  unshown: {
    payment: asked({ type: 'qr', image_url: 'data:image/png,none', copy_code: '00020101021226580014BR.GOV' }),
    act: isUnshown,
  },
  too_long: { payment: asked(qrOf({ content: `https://wallet.example/pay/${'7'.repeat(3000)}` })) },
};
