import type { NextAction } from '@florin/contract';
import type { GalleryState } from './gallery-state.js';
import { asked } from './payments.js';
import { elementsIn } from './stage.js';

/** The customer stops, is sure of it, and the same is asked still. */
export const notStopped = (action: NextAction): GalleryState => ({
  payment: asked(action),
  answers: { cancel: () => asked(action) },
  async act(stage) {
    await stage.press('cancel');
    // Some views ask first.
    const sure = elementsIn(stage.tag).find((element) => element.matches('.ask button:last-of-type'));
    sure?.click();
    while (stage.checkout.state.decision || !stage.checkout.calls.includes('cancel')) await stage.settled();
  },
});
