import { html, render } from 'lit';
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { fieldOf } from '../card/card.fixture.js';
import {
  asked,
  cardIn,
  cardThenTransfer,
  failed,
  failureOf,
  fillCard,
  follow,
  followed,
  number,
  ScriptedCheckout,
} from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { seen } from '../checkout/place.fixture.js';
import type { FlorinPayButton } from '../pay-button/pay-button.js';
import { arrange, fill, ownOf, part, press, saysPay } from './arrangement.fixture.js';

let warn: MockInstance<typeof console.warn>;
let scripted: ScriptedCheckout;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: cardThenTransfer }) });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const ownButton = (checkout: FlorinCheckout) => ownOf<FlorinPayButton>(checkout, 'florin-pay-button');
const transferOnly = () =>
  new ScriptedCheckout({
    phase: 'ready',
    intent: intentOf({ id: 'pi_inner', methods: [{ type: 'qr', label: 'Instant transfer' }] }),
  });

it('a status below a named slot is left out: a challenge and the outcome are seen all the same', async () => {
  const content = html`<florin-card></florin-card>
    <div slot="after-pay"><florin-status></florin-status></div>`;
  const checkout = await arrange(scripted, content);
  await saysPay(() => ownButton(checkout));
  await fill(part(checkout, 'florin-card'));
  await checkout.submit();
  scripted.tell(asked({ type: 'otp', channel: 'sms', length: 6 }));
  await expect.poll(() => ownOf(checkout, 'florin-otp')?.checkVisibility()).toBe(true);
  scripted.tell({ phase: 'completed', intent: intentOf({ status: 'completed' }) });
  await expect.poll(() => seen(checkout)).toMatch(/paid/i);
  expect(warn.mock.calls.join()).toContain('<florin-status> is not used');
});

it('messages in the slot for a success hide no decline', async () => {
  const content = html`<florin-card></florin-card><florin-messages slot="success"></florin-messages>`;
  const checkout = await arrange(scripted, content);
  await saysPay(() => ownButton(checkout));
  await fill(part(checkout, 'florin-card'));
  await checkout.submit();
  scripted.tell(failed(failureOf()));
  await expect.poll(() => ownOf(checkout, '.failure')?.checkVisibility()).toBe(true);
});

it('a button in a slot that does not exist, or in the footer, leaves ours', async () => {
  const content = html`<florin-card></florin-card>
    <florin-pay-button slot="pay"></florin-pay-button>
    <div slot="footer"><florin-pay-button></florin-pay-button></div>`;
  const checkout = await arrange(scripted, content);
  await saysPay(() => ownButton(checkout));
  await expect.poll(() => part(checkout, 'florin-pay-button', 1).checkVisibility()).toBe(false);
  await fill(part(checkout, 'florin-card'));
  press(ownButton(checkout));
  expect(scripted.callsOf('submit')).toHaveLength(1);
});

it('a part is used again once it has been moved out of the slot', async () => {
  const checkout = await arrange(scripted, html`<p slot="footer"><florin-pay-button></florin-pay-button></p>`);
  await saysPay(() => ownButton(checkout));
  const button = part(checkout, 'florin-pay-button');
  checkout.append(button);
  await saysPay(() => button);
  expect(button.checkVisibility()).toBe(true);
  checkout.querySelector('p')?.append(button);
  await saysPay(() => ownButton(checkout));
  await expect.poll(() => button.checkVisibility()).toBe(false);
});

it('a card that comes once ours has been filled in does not drop what was typed', async () => {
  const checkout = await follow(scripted);
  const ours = cardIn(checkout);
  await fillCard(checkout);
  await checkout.submit();
  checkout.append(document.createElement('florin-card'));
  await expect.poll(() => part(checkout, 'florin-card').hidden).toBe(true);
  scripted.tell(failed(failureOf()));
  await expect.poll(() => ownOf(checkout, '.failure')).not.toBeNull();
  expect(cardIn(checkout)).toBe(ours);
  expect(fieldOf(ours, number).value).toBe('4242 4242 4242 4242');
});

it('a part of a checkout inside another one is not the outer one’s', async () => {
  const inner = new ScriptedCheckout({
    phase: 'ready',
    intent: intentOf({ id: 'pi_inner', methods: cardThenTransfer }),
  });
  const content = html`<florin-messages></florin-messages>
    <florin-checkout locale="en" .checkout=${inner}>
      <florin-card></florin-card><florin-pay-button></florin-pay-button>
    </florin-checkout>`;
  const outer = await arrange(scripted, content);
  await followed(inner);
  const nested = part(outer, 'florin-checkout');
  await saysPay(() => part(nested, 'florin-pay-button'));
  expect([outer.placed.size, nested.placed.size]).toEqual([1, 2]);
  await fill(part(nested, 'florin-card'));
  press(part(nested, 'florin-pay-button'));
  expect(inner.callsOf('submit')).toHaveLength(1);
  expect(scripted.callsOf('submit')).toEqual([]);
});

it('a press in a checkout inside another one does not pay both', async () => {
  const inner = transferOnly();
  const content = html`<florin-card></florin-card>
    <florin-checkout locale="en" .checkout=${inner}></florin-checkout>`;
  const outer = await arrange(scripted, content);
  await saysPay(() => ownButton(outer));
  await fill(part(outer, 'florin-card'));
  const nested = part(outer, 'florin-checkout');
  await expect.poll(() => ownButton(nested)?.disabled, { timeout: 10_000 }).toBe(false);
  press(ownButton(nested));
  expect(inner.callsOf('submit')).toHaveLength(1);
  expect(scripted.callsOf('submit')).toEqual([]);
});

it('a part that is slotted in from outside is used', async () => {
  const wrapper = document.createElement('article');
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: scripted });
  render(html`<slot></slot>`, checkout);
  wrapper.attachShadow({ mode: 'open' }).append(checkout);
  document.body.append(wrapper);
  const button = document.createElement('florin-pay-button');
  wrapper.append(button);
  await saysPay(() => button);
  expect(ownButton(checkout)).toBeNull();
});

it('who asks by an older form of the protocol is answered', async () => {
  const checkout = await follow(scripted);
  const callback = vi.fn<(value: unknown) => void>();
  const request = new Event('context-request', { bubbles: true, composed: true });
  Object.assign(request, { context: Symbol.for('florin-checkout'), callback });
  const thrown = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  window.addEventListener('error', thrown);
  checkout.append(document.createElement('p'));
  checkout.lastElementChild?.dispatchEvent(request);
  window.removeEventListener('error', thrown);
  expect(callback).toHaveBeenCalledWith(checkout);
  expect(thrown).not.toHaveBeenCalled();
});
