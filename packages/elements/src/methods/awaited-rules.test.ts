import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { payButtonIn } from '../checkout/checkout.fixture.js';
import { inside, seen } from '../checkout/place.fixture.js';
import { mobileMoney, offer, phoneIn } from './other-methods.fixture.js';

const network = vi.hoisted(() => ({ arrive: () => {}, isAsked: false }));

vi.mock('@florin/core/phone', async (original) => {
  network.isAsked = true;
  await new Promise<void>((resolve) => (network.arrive = resolve));
  return original();
});

afterEach(() => {
  document.body.replaceChildren();
});

it('the rules of phone numbers are fetched once a number is asked for, and nobody waits for them to type it', async () => {
  const wallet = { type: 'approval', label: 'Wallet', fields: { phone: 'optional' } } as const;
  const { checkout, scripted } = await offer([{ type: 'qr' }, mobileMoney, wallet], { country: 'BJ' });
  expect(network.isAsked).toBe(false);
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'Wallet' }));
  expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'false');
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'Mobile money' }));
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'MTN' }));
  phoneIn(checkout).focus();
  await userEvent.keyboard('01951');
  expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  await checkout.submit();
  // What may be left out is not left out because it came too early to be checked.
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'Wallet' }));
  await checkout.submit();
  const loading = () => seen(checkout).includes('Loading the payment…');
  await expect.poll(loading).toBe(true);
  expect(phoneIn(checkout)).toHaveAccessibleDescription(/Loading the payment…$/);
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'Mobile money' }));
  expect([scripted.callsOf('submit'), phoneIn(checkout).getAttribute('aria-invalid')]).toEqual([[], 'false']);

  const input = phoneIn(checkout);
  input.focus();
  await vi.waitUntil(() => network.isAsked, { timeout: 10_000 });
  network.arrive();
  await expect.poll(() => payButtonIn(checkout).getAttribute('aria-disabled')).toBe('false');
  await userEvent.keyboard('23456{Enter}');
  expect(phoneIn(checkout)).toBe(input);
  expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ phone: '+2290195123456' })]]);
});
