import { loadMessages, type Messages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, heard, inside, place, settled } from '../checkout/place.fixture.js';
import '../define/pay-button.js';
import type { FlorinPayButton } from './pay-button.js';

const amount = { value: 4999, currency: 'EUR', exponent: 2 };

let english: Messages;
let payButton: FlorinPayButton;

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(async () => {
  payButton = await place('florin-pay-button', { messages: english, amount });
});

afterEach(() => {
  document.body.replaceChildren();
});

const button = (name: RegExp | string) => inside(payButton).getByRole('button', { name });

it('says the amount, once the form has been painted', async () => {
  expect(button('Pay')).toBeVisible();
  await expect.element(button(/Pay/)).toHaveTextContent('Pay €49.99');
});

it('follows the amount and the language', async () => {
  payButton.amount = { value: 123_456, currency: 'JPY', exponent: 0 };
  await expect.element(button(/Pay/)).toHaveTextContent('Pay ¥123,456');
  Object.assign(payButton, { locale: 'fr-CH', messages: await loadMessages('fr'), amount });
  await settled(payButton);
  await expect.element(button(/^Payer/)).toHaveTextContent(/49[.,]99\s€/);
});

it('says what it is given in place of the amount, and no amount while that is not known', async () => {
  await expect.element(button(/Pay/)).toHaveTextContent('Pay €49.99');
  payButton.words = '';
  await settled(payButton);
  expect(button('Pay')).toBeVisible();
  payButton.words = 'Pay €12.50 today';
  await settled(payButton);
  expect(button('Pay €12.50 today')).toBeVisible();
});

it('shows as many decimals as the backend says, whatever the browser knows', async () => {
  payButton.amount = { value: 123_450, currency: 'HUF', exponent: 2 };
  await expect.element(button(/Pay/)).toHaveTextContent(/1,234\.50/);
});

it('asks to pay when it is pressed', async () => {
  const pays = heard(document, 'florin-pay');
  await userEvent.click(button(/Pay/));
  payButton.focus();
  await userEvent.keyboard('{Enter}');
  expect(pays).toHaveLength(2);
});

it.each(['busy', 'disabled'] as const)('does nothing while it is %s, and keeps the focus', async (state) => {
  const pays = heard(payButton, 'florin-pay');
  payButton.focus();
  payButton[state] = true;
  await settled(payButton);
  const pressed = inside(payButton).getByRole('button');
  expect(pressed).toHaveAttribute('aria-disabled', 'true');
  expect(pressed).toHaveTextContent(state === 'busy' ? 'Paying…' : 'Pay');
  expect(focused()).toBe(pressed);
  await userEvent.keyboard('{Enter}');
  pressed.click();
  expect(pays).toEqual([]);
});

it('is as large as a thumb', () => {
  expect(button(/Pay/).getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});

it('may be taken out before the amount is written', async () => {
  payButton.remove();
  payButton.amount = { value: 1, currency: 'EUR', exponent: 2 };
  await expect.poll(() => payButton.shadowRoot?.textContent).toContain('€0.01');
});
