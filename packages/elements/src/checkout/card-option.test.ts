import type { CardOption } from '@florin/contract';
import { afterEach, expect, it } from 'vitest';
import { cardIn, follow, ScriptedCheckout } from './checkout.fixture.js';
import { intentOf } from './intent.fixture.js';
import { place, settled } from './place.fixture.js';

afterEach(() => {
  document.body.replaceChildren();
});

const option: CardOption = {
  type: 'card',
  brands: ['visa'],
  brand_choice: true,
  preferred_brands: ['cartes_bancaires'],
  fields: { holder: 'hidden', email: 'required', phone: 'optional', billing: 'required' },
  billing_countries: ['FR', 'BE'],
  save: true,
  test_mode: true,
};

it('a card option of the intent reaches the card form, and what the page knows with it', async () => {
  const intent = intentOf({ methods: [option] });
  const scripted = new ScriptedCheckout({ phase: 'ready', intent });
  const shipping = { country: 'FR', line1: '1 rue de la Paix' };
  const card = cardIn(await follow(scripted, { shipping }));
  expect(card).toMatchObject({
    brands: ['visa'],
    brandChoice: true,
    preferredBrands: ['cartes_bancaires'],
    holder: 'hidden',
    email: 'required',
    phone: 'optional',
    billing: 'required',
    countries: ['FR', 'BE'],
    saveOffered: true,
    testMode: true,
    shipping,
    amount: intent.amount,
  });
  await card.lookUp?.('42424242', new AbortController().signal);
  expect(scripted.callsOf('lookUpCard')).toEqual([['42424242']]);
});

it('before the intent has been read nothing is looked up, and nothing more than a card is asked for', async () => {
  const checkout = await place('florin-checkout', { locale: 'en', checkout: new ScriptedCheckout() });
  await settled(checkout);
  expect(cardIn(checkout)).toMatchObject({
    lookUp: null,
    amount: null,
    email: 'hidden',
    billing: 'hidden',
    holder: 'optional',
  });
});
