import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked } from '../payments.js';

const action: ActionOf<'sdk'> = { type: 'sdk', name: 'kite', params: { session: 'gallery' } };

export const sdk: GalleryStates = {
  working: {
    payment: asked(action),
    tag: {
      plugins: {
        // Draws, and leaves the rest to the customer.
        kite: ({ container }) => {
          const button = document.createElement('button');
          button.textContent = 'Pay with Kite';
          container.append(button);
          return new Promise(() => {});
        },
      },
    },
  },
  answered: {
    // An attempt of its own: what was answered once is not run again in this tab.
    payment: asked(action, { id: `pa_${Date.now()}` }),
    tag: { plugins: { kite: () => Promise.resolve({ session: 'gallery' }) } },
    async act(stage) {
      while (!stage.checkout.calls.includes('confirm')) await stage.settled();
    },
  },
  not_stopped: notStopped(action),
  no_plug_in: { payment: asked(action) },
  failed: {
    payment: asked(action),
    tag: { plugins: { kite: () => Promise.reject(new Error('The wallet was closed.')) } },
  },
};
