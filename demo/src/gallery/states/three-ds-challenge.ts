import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { asked, inSeconds, origin } from '../payments.js';
import type { Stage } from '../stage.js';

/** `page` stands in for the bank's: see server/gallery-bank.ts. */
const challengeAt = (page: string): ActionOf<'three_ds_challenge'> => ({
  type: 'three_ds_challenge',
  url: `${origin}/gallery/bank/${page}`,
  params: { creq: 'eyJub25jZSI6ImdhbGxlcnkifQ' },
  window_size: '02',
  notification_origin: origin,
  nonce: 'gallery-challenge',
  expires_at: inSeconds(300),
});

const payment = asked(challengeAt('page'));
/** The bank's page is there. */
const isOpen = async (stage: Stage): Promise<void> => {
  const frame = await stage.find<HTMLIFrameElement>('iframe');
  while (!frame.contentDocument?.querySelector('h1')) await stage.settled();
};

export const challenge: GalleryStates = {
  loading: { payment: asked(challengeAt('silent')), shows: 'iframe' },
  open: { payment, shows: 'iframe', act: isOpen },
  ask_to_stop: {
    payment,
    shows: 'iframe',
    async act(stage) {
      await isOpen(stage);
      await stage.press('cancel');
    },
  },
  checking: { payment: { ...payment, phase: 'confirming', decision: { key: 'key', kind: 'confirm', attempt: null } } },
  bank_still_waits: {
    payment,
    shows: 'iframe',
    // The bank cannot be told: the same question comes back.
    answers: { confirm: () => payment, cancel: () => payment },
    async act(stage) {
      await isOpen(stage);
      await stage.press('cancel');
      (await stage.find('.ask button:last-of-type')).click();
      await stage.find('[part~="resume"]');
    },
  },
};
