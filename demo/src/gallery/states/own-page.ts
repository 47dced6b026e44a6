import type { Intent } from '@florin/contract';
import { loadMessages } from '@florin/locale';
import type { GalleryStates } from '../gallery-state.js';
import { failed, intentOf, over, ready } from '../payments.js';

const methods: Intent['methods'] = [
  { type: 'card' },
  { type: 'qr', code: 'wallet_qr', label: 'Kite wallet' },
  { type: 'instructions', code: 'bank_transfer', label: 'Bank transfer' },
];

/** The page's own words, in its own place. */
function own(slot: string, text: string, name = 'p'): HTMLElement {
  const element = document.createElement(name);
  element.slot = slot;
  element.textContent = text;
  return element;
}

/** The parts of a checkout in the page's order, and something of the page's between them. */
async function arranged(): Promise<Node[]> {
  await import('@florin/elements/define');
  const box = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = 'Your card';
  box.append(title, document.createElement('florin-card'), document.createElement('florin-pay-button'));
  return [document.createElement('florin-messages'), box, document.createElement('florin-methods')];
}

async function wordsAround(): Promise<Node[]> {
  return [
    own('header', 'One lamp, 49.99 €'),
    own('before-pay', 'You can send it back for 30 days.'),
    own('after-pay', 'By paying you accept our terms.'),
    own('footer', 'Atelier Nord, 12 rue du Port'),
  ];
}

const icon = (): Node => {
  const element = own('icon-card', '★', 'span');
  element.ariaHidden = 'true';
  return element;
};

/** What a page of its own makes of the checkout. */
export const ownPage: GalleryStates = {
  arranged: { payment: ready({ methods }), inside: arranged, shows: '[name=method]' },
  arranged_errors: {
    payment: ready({ methods }),
    inside: arranged,
    shows: '[name=method]',
    act: (stage) => stage.pay(),
  },
  arranged_declined: {
    payment: failed('insufficient_funds', 'ready', { methods }),
    inside: arranged,
    shows: '[name=method]',
  },
  words_around: { payment: ready(), inside: wordsAround },
  own_icon: { payment: ready({ methods }), inside: async () => [icon()], shows: '[name=method]' },
  own_success: {
    payment: over('completed'),
    inside: async () => [own('success', 'Your lamp is on its way.')],
    shows: '[slot="success"]',
    arrival: 'p',
  },
  own_variables: {
    payment: ready({ methods }),
    tag: { appearance: { variables: { colorPrimary: '#b3261e', borderRadius: '0px', fontSizeBase: '18px' } } },
    shows: '[name=method]',
  },
  card_alone: {
    payment: ready(),
    alone: async () => document.createElement('florin-card'),
    shows: '[part~="fields"]',
  },
  pay_button_alone: {
    payment: ready(),
    async alone(locale) {
      await import('@florin/elements/define/pay-button');
      const { amount } = intentOf();
      return Object.assign(document.createElement('florin-pay-button'), {
        amount,
        messages: await loadMessages(locale),
      });
    },
  },
};
