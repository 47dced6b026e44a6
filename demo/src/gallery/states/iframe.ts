import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked, origin, stopping } from '../payments.js';
import type { Stage } from '../stage.js';

const frameOf = (page: string): ActionOf<'iframe'> => ({
  type: 'iframe',
  url: `${origin}/gallery/bank/${page}`,
  height: 420,
  origin,
});

const isOpen = async (stage: Stage): Promise<void> => {
  const frame = await stage.find<HTMLIFrameElement>('iframe');
  while (!frame.contentDocument?.querySelector('h1')) await stage.settled();
};

export const iframe: GalleryStates = {
  loading: { payment: asked(frameOf('silent')) },
  open: { payment: asked(frameOf('page')), act: isOpen },
  ask_to_stop: {
    payment: asked(frameOf('page')),
    async act(stage) {
      await isOpen(stage);
      await stage.press('cancel');
    },
  },
  bad_address: { payment: asked({ ...frameOf('page'), url: 'javascript:alert(1)' }) },
  stopping: { payment: stopping(frameOf('page')), act: isOpen },
  not_stopped: notStopped(frameOf('page')),
};
