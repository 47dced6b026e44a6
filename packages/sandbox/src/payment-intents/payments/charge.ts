import type { CardInput } from '@florin/contract';
import type { CardRequest } from '../api/requests.js';
import type { CardSummary } from './model.js';
import type { Vault, VaultCard } from './vault.js';
import { networkOf } from '../../card.js';

export interface Charge {
  number: string;
  summary: CardSummary;
  /** The card to keep when the attempt completes. */
  agreed: CardInput | undefined;
  /** The issuer does not take the security code. */
  wrongCode: boolean;
}

/** Of a kept card no other code is wrong: what a customer remembers is not what a test can know. */
const WRONG_CODE = /^0+$/;

/** What an attempt charges, whichever way the card came. */
export function chargeOf(vault: Vault, request: CardRequest): Charge {
  switch (request.source) {
    case 'card':
      return charge(request.held, 'card');
    case 'token':
      return charge(vault.spend(request.token), 'token');
    case 'saved_card': {
      const { cvc } = request;
      const { shown, number } = vault.find(request.savedCard);
      const summary = {
        ...bare,
        brand: shown.network,
        last4: shown.last4,
        source: 'saved_card' as const,
        expiry: shown.exp_month !== undefined,
        cvc: cvc !== null,
      };
      const wrongCode = cvc === null ? shown.requires_cvc : WRONG_CODE.test(cvc);
      return { number, summary, agreed: undefined, wrongCode };
    }
  }
}

const bare = {
  network: null,
  holder: null,
  installments: null,
  billing: null,
  email: null,
  phone: null,
  save: false,
};

function charge({ card, installments, save }: VaultCard, source: 'card' | 'token'): Charge {
  const { number, brand, holder, billing, email, phone } = card;
  return {
    number,
    summary: {
      brand: brand ?? networkOf(number),
      last4: number.slice(-4),
      source,
      network: brand ?? null,
      holder: holder ?? null,
      expiry: card.exp_month !== undefined,
      cvc: card.cvc !== undefined,
      installments,
      billing: billing ?? null,
      email: email ?? null,
      phone: phone ?? null,
      save,
    },
    agreed: save ? card : undefined,
    wrongCode: false,
  };
}
