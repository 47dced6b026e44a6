import { html, render, type TemplateResult } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldOf } from '../card/card.fixture.js';
import { cardThenTransfer, followed, number, ScriptedCheckout } from '../checkout/checkout.fixture.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { inside, settled } from '../checkout/place.fixture.js';
import { fill, part, saysPay } from './arrangement.fixture.js';

let scripted: ScriptedCheckout;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf({ methods: cardThenTransfer }) });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** A checkout inside a form of the page's. */
function arrangeInForm(content: TemplateResult) {
  const form = document.createElement('form');
  const submits = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  form.addEventListener('submit', submits);
  const checkout = document.createElement('florin-checkout');
  Object.assign(checkout, { locale: 'en', checkout: scripted });
  render(content, checkout);
  form.append(checkout);
  document.body.append(form);
  return { form, checkout, submits };
}

it('Enter in a placed card pays, and does not submit the form around the tag', async () => {
  const { checkout, submits } = arrangeInForm(html`<florin-card></florin-card><florin-pay-button></florin-pay-button>`);
  await saysPay(() => part(checkout, 'florin-pay-button'));
  await fill(part(checkout, 'florin-card'));
  await userEvent.keyboard('{Enter}');
  expect(scripted.callsOf('submit')).toHaveLength(1);
  expect(submits).not.toHaveBeenCalled();
});

it('nor does it before anything can be paid', async () => {
  const { checkout, submits } = arrangeInForm(html`<florin-card></florin-card>`);
  await settled(checkout);
  await settled(part(checkout, 'florin-card'));
  expect(scripted.listeners.size).toBe(0);
  part(checkout, 'florin-card').shadowRoot?.querySelector('form')?.requestSubmit();
  expect(submits).not.toHaveBeenCalled();
});

it('a placed card that is half filled in and hidden keeps no form back, and is not emptied with it', async () => {
  const { checkout, form } = arrangeInForm(html`<florin-methods></florin-methods><florin-card></florin-card>`);
  await followed(scripted);
  const transfer = await inside(part(checkout, 'florin-methods')).findByRole('radio', { name: 'Instant transfer' });
  const card = part(checkout, 'florin-card');
  await userEvent.type(fieldOf(card, number), '4242');
  expect(form.checkValidity()).toBe(true);
  await userEvent.click(transfer);
  await expect.poll(() => card.checkVisibility()).toBe(false);
  expect(form.checkValidity()).toBe(true);
  form.reset();
  expect(fieldOf(card, number).value).toBe('4242');
});

it('a card that has left the tag is a control of the form again', async () => {
  const { checkout, form } = arrangeInForm(html`<florin-card required></florin-card>`);
  await followed(scripted);
  const card = part(checkout, 'florin-card');
  await expect.poll(() => form.checkValidity()).toBe(true);
  form.append(card);
  await expect.poll(() => form.checkValidity()).toBe(false);
});
