import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fieldOf } from '../card/card.fixture.js';
import type { FlorinCard } from '../card/card.js';
import {
  asked,
  cardThenTransfer,
  cvc,
  failed,
  failureOf,
  follow,
  followed,
  number,
  ScriptedCheckout,
} from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { focused, inside, place, seen } from '../checkout/place.fixture.js';
import { arrange, fill, ownOf, part, saysPay } from './arrangement.fixture.js';

let scripted: ScriptedCheckout;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: cardThenTransfer }) });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const completed = { phase: 'completed' as const, intent: intentOf({ status: 'completed' }) };
const ownButton = (checkout: FlorinCheckout) => ownOf(checkout, 'florin-pay-button');
const typedInto = (card: FlorinCard) => [fieldOf(card, number).value, fieldOf(card, cvc).value];

async function arrangeCard(content = html`<florin-card></florin-card>`, properties: object = {}) {
  const checkout = await arrange(scripted, content, properties);
  await saysPay(() => ownButton(checkout));
  return { checkout, card: part(checkout, 'florin-card') };
}

describe('nothing of the payment stays', () => {
  it('in a card that is taken out of it', async () => {
    const { checkout, card } = await arrangeCard();
    await fill(card);
    await checkout.submit();
    await expect.poll(() => card.disabled).toBe(true);
    document.body.append(card);
    await expect.poll(() => typedInto(card)).toEqual(['', '']);
    expect([card.lookUp, card.disabled]).toEqual([null, false]);
  });

  it('in the ways to pay, with our card in them', async () => {
    const { checkout } = await arrangeMethods();
    const methods = part(checkout, 'florin-methods');
    await fill(methods.shadowRoot?.querySelector('florin-card') as FlorinCard);
    await checkout.submit();
    methods.remove();
    await expect.poll(() => methods.shadowRoot?.querySelector('florin-card')).toBeNull();
  });

  it('in the words about a failure', async () => {
    const { checkout, card } = await arrangeCard(html`<florin-card></florin-card><florin-messages></florin-messages>`);
    await fill(card);
    await checkout.submit();
    scripted.tell(failed(failureOf()));
    const messages = part(checkout, 'florin-messages');
    await expect.poll(() => seen(messages)).not.toBe('');
    document.body.append(messages);
    await expect.poll(() => seen(messages)).toBe('');
  });

  it('in a second card, from before it was known to be one', async () => {
    const checkout = await place('florin-checkout', { locale: 'en', checkout: scripted });
    checkout.append(document.createElement('florin-card'), document.createElement('florin-card'));
    const second = part(checkout, 'florin-card', 1);
    await second.updateComplete;
    const input = second.shadowRoot?.querySelector<HTMLInputElement>('#number') as HTMLInputElement;
    input.value = '4242424242424242';
    await expect.poll(() => second.checkVisibility()).toBe(false);
    expect(input.value).toBe('');
  });

  it('in a second card at the end', async () => {
    const { checkout } = await arrangeCard(html`<florin-card></florin-card><florin-card></florin-card>`);
    const second = part(checkout, 'florin-card', 1);
    const code = second.shadowRoot?.querySelector<HTMLInputElement>('#cvc') as HTMLInputElement;
    code.value = '123';
    scripted.tell(completed);
    await expect.poll(() => code.value).toBe('');
  });
});

async function arrangeMethods() {
  const checkout = await arrange(scripted, html`<florin-methods></florin-methods>`);
  await saysPay(() => ownButton(checkout));
  await expect.poll(() => part(checkout, 'florin-methods').shadowRoot?.querySelector('florin-card')).not.toBeNull();
  return { checkout };
}

it('a card that is moved within the tag stays the one that is used, with what was typed', async () => {
  const two = html`<div></div>
    <florin-card></florin-card><florin-card></florin-card>
    <aside></aside>`;
  const { checkout, card } = await arrangeCard(two);
  await fill(card);
  for (const where of ['div', 'aside']) {
    checkout.querySelector(where)?.append(card);
    await checkout.updateComplete;
    await expect.poll(() => card.checkVisibility()).toBe(true);
    expect(typedInto(card)).toEqual(['4242 4242 4242 4242', '123']);
  }
  expect(ownOf(checkout, 'florin-card')).toBeNull();
});

it('a card that goes to another checkout is that one’s', async () => {
  const { checkout, card } = await arrangeCard();
  await fill(card);
  const other = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ id: 'pi_other' }) });
  const second = await follow(other);
  second.requestUpdate();
  second.append(card);
  await expect.poll(() => ownOf(checkout, 'florin-card')).not.toBeNull();
  await expect.poll(() => card.inCheckout && card.lookUp !== null).toBe(true);
  expect(typedInto(card)).toEqual(['', '']);
  await fill(card);
  await checkout.submit();
  expect(scripted.callsOf('submit')).toEqual([]);
  await second.submit();
  expect(other.callsOf('submit')).toHaveLength(1);
});

it('a card that went while the checkout was out of the page is no longer its own', async () => {
  const { checkout, card } = await arrangeCard();
  checkout.remove();
  await checkout.updateComplete;
  document.body.append(card);
  document.body.append(checkout);
  await followed(scripted);
  await expect.poll(() => ownOf(checkout, 'florin-card')).not.toBeNull();
  expect(checkout.placed.size).toBe(0);
});

it('what the checkout no longer says of its fields is as the page said it', async () => {
  const { checkout, card } = await arrangeCard(html`<florin-card inputs="joined"></florin-card>`, {
    labels: 'floating',
    inputs: 'spaced',
    cardPicture: true,
  });
  await expect.poll(() => [card.labels, card.inputs, card.cardPicture]).toEqual(['floating', 'spaced', true]);
  Object.assign(checkout, { labels: '', inputs: '', cardPicture: false });
  await expect.poll(() => [card.labels, card.inputs, card.cardPicture]).toEqual(['above', 'joined', false]);
});

it('the focus goes to where a challenge goes on when its place is taken out', async () => {
  const { checkout, card } = await arrangeCard(html`<florin-card></florin-card><florin-status></florin-status>`);
  await fill(card);
  await checkout.submit();
  scripted.tell(asked({ type: 'otp', channel: 'sms', length: 6 }));
  const status = part(checkout, 'florin-status');
  await expect.poll(() => status.matches(':focus-within')).toBe(true);
  status.remove();
  await expect.poll(() => ownOf(checkout, '.view florin-otp')?.checkVisibility()).toBe(true);
  await expect.poll(() => focused()).toBe(ownOf(checkout, 'florin-otp')?.shadowRoot?.activeElement);
  expect(document.activeElement).toBe(checkout);
});

it('a button that went at once leaves ours', async () => {
  // What comes late would draw once more: it has come by now.
  const checkout = await follow(scripted);
  await inside(checkout).findByRole('radio', { name: 'Instant transfer' });
  await saysPay(() => ownButton(checkout));
  const button = document.createElement('florin-pay-button');
  checkout.append(button);
  button.remove();
  await expect.poll(() => checkout.placed.size).toBe(0);
  await saysPay(() => ownButton(checkout));
});
