import type { Intent } from '@florin/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, decisionOf, failed, failureOf, payButtonIn } from '../checkout/checkout.fixture.js';
import type { ScriptedCheckout } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { inside, settled } from '../checkout/place.fixture.js';
import { offer } from './other-methods.fixture.js';

const bank: Intent['methods'][number] = { type: 'redirect', label: 'Nord Bank', presentation: 'popup' };
const redirect = { type: 'redirect', url: 'https://bank.example/', presentation: 'popup' } as const;

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;
const opened: { closed: boolean; close(): void }[] = [];
const open = vi.fn<typeof window.open>(() => {
  const location = { href: 'about:blank', replace: () => {} };
  const popup = { closed: false, close: () => void (popup.closed = true), location };
  opened.push(popup);
  return popup as unknown as Window;
});

beforeEach(async () => {
  opened.length = 0;
  open.mockClear();
  vi.spyOn(window, 'open').mockImplementation(open);
  ({ scripted, checkout } = await offer([bank, { type: 'redirect', label: 'Sud Bank' }, { type: 'card' }]));
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const closed = () => opened.map((popup) => popup.closed);

it('is opened in the press itself, once, and before the payment is sent', () => {
  const before: number[] = [];
  const { submit } = scripted;
  scripted.submit = (input) => {
    before.push(opened.length);
    return submit(input);
  };
  const button = payButtonIn(checkout);
  button.click();
  // Not one task later: a browser would take it for a window that nobody asked for.
  expect([open.mock.calls.length, before]).toEqual([1, [1]]);
  expect(open.mock.calls[0]?.slice(0, 2)).toEqual(['', expect.stringMatching(/^florin-redirect-/)]);
  button.click();
  button.click();
  expect(opened).toHaveLength(1);
});

it('is not opened for another way to pay', async () => {
  // An empty card goes nowhere.
  for (const name of ['Card', 'Sud Bank']) {
    await userEvent.click(inside(checkout).getByRole('radio', { name }));
    payButtonIn(checkout).click();
  }
  expect(scripted.callsOf('submit')).toEqual([[{ type: 'redirect' }]]);
  expect(open).not.toHaveBeenCalled();
});

it('is not opened when the page keeps the payment for itself', () => {
  checkout.addEventListener('florin-submit', (event) => event.preventDefault());
  payButtonIn(checkout).click();
  expect(open).not.toHaveBeenCalled();
});

it('is not opened while something is missing', async () => {
  scripted.tell({ intent: intentOf({ methods: [{ ...bank, fields: { phone: 'required' } } as typeof bank] }) });
  await expect.poll(() => checkout.shadowRoot?.querySelector('florin-phone-number')).toBeTruthy();
  await expect.poll(() => payButtonIn(checkout).getAttribute('aria-disabled'), { timeout: 10_000 }).toBe('false');
  payButtonIn(checkout).click();
  expect([open.mock.calls, scripted.callsOf('submit')]).toEqual([[], []]);
});

it('is handed to the view of the redirect, which it stays open for', async () => {
  payButtonIn(checkout).click();
  scripted.tell({ phase: 'processing', decision: decisionOf('submit') });
  scripted.tell(asked(redirect));
  await settled(checkout);
  const view = checkout.shadowRoot?.querySelector('florin-redirect') as unknown as { window: { window: unknown } };
  expect(view.window.window).toBe(opened[0]);
  scripted.tell({ phase: 'verifying' });
  expect(closed()).toEqual([false]);
  scripted.tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed' }) });
  expect(closed()).toEqual([true]);
});

it.each([
  ['the attempt fails', () => failed(failureOf())],
  [
    'it is refused at once',
    () => ({ phase: 'ready', decision: null, problem: { code: 'method_not_available' } }) as const,
  ],
  ['something else is asked for', () => asked({ type: 'otp' })],
])('is closed when %s', async (_, state) => {
  payButtonIn(checkout).click();
  scripted.tell(state());
  await settled(checkout);
  expect(closed()).toEqual([true]);
});

it('is closed when nothing came of the press, and opened anew by the next one', async () => {
  const { submit } = scripted;
  scripted.submit = () => Promise.resolve();
  payButtonIn(checkout).click();
  await expect.poll(closed).toEqual([true]);
  scripted.submit = submit;
  payButtonIn(checkout).click();
  expect(closed()).toEqual([true, false]);
});

it('one that the browser does not let open keeps nobody from paying', () => {
  open.mockReturnValueOnce(null);
  payButtonIn(checkout).click();
  expect(scripted.callsOf('submit')).toEqual([[{ type: 'redirect' }]]);
});
