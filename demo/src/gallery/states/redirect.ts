import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { asked, askedStill, origin, ready } from '../payments.js';
import type { Stage } from '../stage.js';

const redirectTo = (url: string, presentation: 'page' | 'popup'): ActionOf<'redirect'> => ({
  type: 'redirect',
  url,
  method: 'GET',
  presentation,
});

const elsewhere = `${origin}/gallery/bank/silent`;
const bank = `${origin}/gallery/bank/page`;
const paying = (presentation: 'page' | 'popup') =>
  ready({ methods: [{ type: 'redirect', label: 'Bank of the North', presentation }] });

/** A frame stands in for a payment's window: it needs no press. */
function openWindow(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  globalThis.open = () => frame.contentWindow;
  return frame;
}

/** Whoever is about to leave stays in sight. Where a browser has no such event, `silent` answers nothing. */
function stay(): void {
  globalThis.navigation?.addEventListener('navigate', (event) => event.preventDefault());
}

async function pay(stage: Stage): Promise<void> {
  await stage.find('[name=method]');
  await stage.pay();
  await stage.find('florin-redirect');
  await stage.settled();
}

async function closes(stage: Stage): Promise<void> {
  const frame = openWindow();
  await pay(stage);
  frame.remove();
  // The view asks the backend when it notices.
  while (!stage.checkout.calls.includes('refresh')) await stage.settled();
}

export const redirect: GalleryStates = {
  page_going: {
    payment: paying('page'),
    answers: { submit: () => asked(redirectTo(elsewhere, 'page')) },
    async act(stage) {
      stay();
      await pay(stage);
    },
  },
  page_came_back: { payment: asked(redirectTo(bank, 'page')) },
  popup_open: {
    payment: paying('popup'),
    answers: { submit: () => asked(redirectTo(bank, 'popup')) },
    async act(stage) {
      openWindow();
      await pay(stage);
    },
  },
  popup_closed: {
    payment: paying('popup'),
    answers: { submit: () => asked(redirectTo(bank, 'popup')) },
    act: closes,
  },
  popup_opened_again: {
    payment: paying('popup'),
    answers: { submit: () => asked(redirectTo(bank, 'popup')) },
    async act(stage) {
      await closes(stage);
      openWindow();
      await stage.press('open');
    },
  },
  popup_blocked: {
    payment: paying('popup'),
    answers: {
      submit: () => asked(redirectTo(bank, 'popup'), { method: { type: 'redirect', label: 'Bank of the North' } }),
    },
    async act(stage) {
      globalThis.open = () => null;
      await pay(stage);
    },
  },
  not_stopped: {
    payment: asked(redirectTo(bank, 'page')),
    answers: { cancel: askedStill },
    act: (stage) => stage.press('cancel'),
  },
  bad_address: { payment: asked(redirectTo('javascript:alert(1)', 'page')) },
};
