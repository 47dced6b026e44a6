import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { payButtonIn } from '../checkout/checkout.fixture.js';
import { inside } from '../checkout/place.fixture.js';
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
  const { checkout, scripted } = await offer([{ type: 'qr' }, mobileMoney], { country: 'BJ' });
  expect(network.isAsked).toBe(false);
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'Mobile money' }));
  await userEvent.click(inside(checkout).getByRole('radio', { name: 'MTN' }));
  const input = phoneIn(checkout);
  input.focus();
  await userEvent.keyboard('01951');
  expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  await checkout.submit();
  expect([scripted.callsOf('submit'), input.getAttribute('aria-invalid')]).toEqual([[], 'false']);

  await vi.waitUntil(() => network.isAsked);
  network.arrive();
  await expect.poll(() => payButtonIn(checkout).getAttribute('aria-disabled')).toBe('false');
  await userEvent.keyboard('23456{Enter}');
  expect(phoneIn(checkout)).toBe(input);
  expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ phone: '+2290195123456' })]]);
});
