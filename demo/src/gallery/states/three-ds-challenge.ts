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

/** The customer stops, and the bank goes on: its page is put away. */
const putsAway = async (stage: Stage): Promise<void> => {
  await isOpen(stage);
  await stage.press('cancel');
  (await stage.find('.ask button:last-of-type')).click();
  await stage.find('[part~="resume"]');
};

/** What lies where the bank's page would be. */
const saysInPlace = async (stage: Stage, how = ''): Promise<void> => {
  await stage.find(`[part~="waiting"]${how}`);
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
  largest_size: { payment: asked({ ...challengeAt('page'), window_size: '05' }), shows: 'iframe', act: isOpen },
  /** The page's own policy knows of no such bank. */
  blocked: {
    payment: asked({ ...challengeAt('page'), url: 'https://bank.example/challenge' }),
    act: (stage) => saysInPlace(stage, ':not(:has([part~="spinner"]))'),
  },
  time_is_up: {
    payment: asked({ ...challengeAt('page'), expires_at: inSeconds(-1) }),
    act: (stage) => saysInPlace(stage),
  },
  checking: { payment: { ...payment, phase: 'confirming', decision: { key: 'key', kind: 'confirm', attempt: null } } },
  bank_still_waits: {
    payment,
    shows: 'iframe',
    // The bank cannot be told: the same question comes back.
    answers: { confirm: () => payment, cancel: () => payment },
    act: putsAway,
  },
  ended_while_put_away: {
    payment,
    shows: 'iframe',
    answers: { confirm: () => payment, cancel: () => payment },
    async act(stage) {
      const { contentWindow: source } = await stage.find<HTMLIFrameElement>('iframe');
      await putsAway(stage);
      // As the notification page says it from inside the bank's frame.
      const data = { type: 'florin:three-ds', nonce: 'gallery-challenge' };
      dispatchEvent(new MessageEvent('message', { source, origin, data }));
      while (stage.checkout.state.decision || stage.checkout.calls.length < 2) await stage.settled();
    },
  },
};
