import type { Intent, SavedCard } from '@florin/contract';
import type { CheckoutProblem } from '@florin/core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  cardIn,
  fieldIn,
  failed,
  failureOf,
  follow,
  number,
  payButtonIn,
  ScriptedCheckout,
  typeIn,
} from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, seen, settled } from '../checkout/place.fixture.js';

const visa: SavedCard = { id: 'sc_1', brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2042 };
const amex: SavedCard = { id: 'sc_2', brand: 'amex', last4: '0005', exp_month: 12, exp_year: 2030, is_default: true };
const old: SavedCard = { id: 'sc_3', brand: 'mastercard', last4: '4444', exp_month: 10, exp_year: 2026 };

const offering = (...cards: SavedCard[]): Intent['methods'] => [
  { type: 'saved_card', cards, removable: true },
  { type: 'card' },
];
const intent = (version: number, ...cards: SavedCard[]) => intentOf({ version, methods: offering(...cards) });

let scripted: ScriptedCheckout;

async function offer(...cards: SavedCard[]): Promise<FlorinCheckout> {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intent(1, ...cards) });
  const checkout = await follow(scripted);
  if (cards.length > 0) await inside(checkout).findAllByRole('radio', { name: /ending in/ });
  return checkout;
}

/** The next change of a saved card is done, and the intent shows it. */
function answer(intentNow: Intent): void {
  scripted.changeCard = () => {
    scripted.tell({ intent: intentNow });
    return Promise.resolve(null);
  };
}

const radio = (checkout: FlorinCheckout, name: RegExp) => inside(checkout).getByRole('radio', { name });
const button = (checkout: FlorinCheckout, name: string) => inside(checkout).findByRole('button', { name });
const said = (checkout: FlorinCheckout) => inside(checkout).getByRole('status').textContent;

function code(checkout: FlorinCheckout): HTMLInputElement {
  const element = checkout.shadowRoot?.querySelector('.panel:not([hidden]) florin-security-code');
  if (!element) throw new Error('No security code is asked for.');
  return inside(element).getByRole('textbox', { name: /Security code/ });
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('saved cards', () => {
  it('stand in one list with the other ways to pay, each with a name that can be said', async () => {
    const checkout = await offer(visa, amex);
    const names = inside(checkout)
      .getAllByRole('radio')
      .map((one) => (one as HTMLInputElement).labels?.[0]?.querySelector('.unseen')?.textContent);
    expect(names).toEqual([
      'Visa ending in 4242, expires April 2042',
      'American Express ending in 0005, expires December 2030',
      undefined,
    ]);
    expect(seen(checkout)).toContain('Visa •••• 4242 Expires April 2042');
  });

  it('none: nothing is drawn, and the card form stands alone', async () => {
    const checkout = await offer();
    expect(inside(checkout).queryByRole('radio')).toBeNull();
    expect(fieldIn(checkout, number)).toBeVisible();
  });

  it('the default one is chosen beforehand', async () => {
    const checkout = await offer(visa, amex);
    expect(radio(checkout, /American Express/)).toBeChecked();
    expect(checkout.getAttribute('method')).toBe('saved_card');
  });

  it('but not when the customer has begun to type another', async () => {
    scripted = new ScriptedCheckout();
    const checkout = await follow(scripted);
    await typeIn(checkout, number, '4000');
    scripted.tell({ phase: 'ready', intent: intent(1, visa, amex) });
    await inside(checkout).findAllByRole('radio', { name: /ending in/ });
    expect(radio(checkout, /^Card$/)).toBeChecked();
    expect(fieldIn(checkout, number)).toHaveValue('4000');
    expect(focused()).toBe(fieldIn(checkout, number));
  });

  it('that have expired say so, and cannot be chosen', async () => {
    const checkout = await offer({ ...old, is_default: true }, visa);
    const expired = radio(checkout, /Mastercard ending in 4444, expired October 2026/);
    expect(expired).toBeDisabled();
    expect(seen(checkout)).toContain('Expired October 2026');
    expect(radio(checkout, /Visa/)).toBeChecked();
    expect(await button(checkout, 'Remove Mastercard ending in 4444')).toBeVisible();
  });

  it('are paid with by their id and a code', async () => {
    const checkout = await offer(visa, amex);
    const submitted = heard(checkout, 'florin-submit');
    await userEvent.click(radio(checkout, /Visa/));
    await userEvent.type(code(checkout), '12 3');
    await userEvent.click(payButtonIn(checkout));
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'saved_card', card: 'sc_1', cvc: '123' }]]);
    expect(submitted).toEqual([{ method: 'saved_card' }]);
  });

  it('that need no code ask for none', async () => {
    const checkout = await offer({ ...visa, cvc: 'hidden' });
    expect(checkout.shadowRoot?.querySelector('florin-security-code')).toBeNull();
    await userEvent.click(payButtonIn(checkout));
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'saved_card', card: 'sc_1' }]]);
  });

  it('whose code may be left out go without', async () => {
    const checkout = await offer({ ...visa, cvc: 'optional' });
    await userEvent.click(payButtonIn(checkout));
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'saved_card', card: 'sc_1' }]]);
  });
});

describe('the security code of a saved card', () => {
  it('is asked for as the brand has it, and not sent before it is whole', async () => {
    const checkout = await offer(amex);
    expect(code(checkout)).toHaveAccessibleDescription('4 digits, on the front');
    expect(code(checkout)).toHaveAttribute('autocomplete', 'cc-csc');
    await userEvent.type(code(checkout), '123');
    await userEvent.click(payButtonIn(checkout));
    expect(scripted.callsOf('submit')).toEqual([]);
    expect(focused()).toBe(code(checkout));
    expect(code(checkout)).toHaveAccessibleDescription(/Enter the 4 digits on the front of the card\./);
    await userEvent.type(code(checkout), '4');
    await expect.poll(() => code(checkout).value).toBe('1234');
    await expect.poll(() => code(checkout).getAttribute('aria-invalid')).toBe('false');
    await userEvent.keyboard('{Enter}');
    expect(scripted.callsOf('submit')).toHaveLength(1);
  });

  it('is said to be wrong once it has been left whole and is no longer, not before', async () => {
    const checkout = await offer(visa);
    await userEvent.type(code(checkout), '12');
    code(checkout).blur();
    await settled(checkout);
    expect(code(checkout)).toHaveAttribute('aria-invalid', 'false');
    await userEvent.type(code(checkout), '3{Backspace}');
    code(checkout).blur();
    await expect.poll(() => code(checkout).getAttribute('aria-invalid')).toBe('true');
  });

  it('that was refused is emptied, and the field says why', async () => {
    const checkout = await offer(visa);
    await userEvent.type(code(checkout), '123{Enter}');
    const refused = failed(failureOf({ reason: 'check_cvc', recovery: 'edit_field', field: 'cvc' }));
    scripted.tell({ ...refused, intent: { ...intent(2, visa), active_attempt: refused.attempt ?? null } });
    await expect.poll(() => code(checkout).getAttribute('aria-invalid')).toBe('true');
    expect(code(checkout)).toHaveValue('');
    expect(focused()).toBe(code(checkout));
  });

  it('outlives no attempt, whatever came of it', async () => {
    const checkout = await offer(visa);
    await userEvent.type(code(checkout), '123{Enter}');
    scripted.tell({ ...failed(failureOf()), intent: intent(2, visa) });
    await expect.poll(() => code(checkout).value).toBe('');
  });
});

describe('removing a saved card', () => {
  it('tells the backend at once, and leaves the way back where the card stood', async () => {
    const checkout = await offer(visa, amex);
    answer(intent(2, amex));
    await userEvent.click(await button(checkout, 'Remove Visa ending in 4242'));
    expect(scripted.callsOf('removeSavedCard')).toEqual([['sc_1']]);
    const undo = await button(checkout, 'Undo: keep Visa ending in 4242');
    await expect.poll(focused).toBe(undo);
    expect(said(checkout)).toBe('Removed: Visa ending in 4242.');
    expect(seen(checkout)).toMatch(/Removed: Visa ending in 4242\. Undo AMEX American Express/);
    expect(inside(checkout).queryByRole('radio', { name: /Visa/ })).toBeNull();

    answer(intent(3, visa, amex));
    await userEvent.click(undo);
    expect(scripted.callsOf('restoreSavedCard')).toEqual([['sc_1']]);
    await expect.poll(focused).toBe(await button(checkout, 'Remove Visa ending in 4242'));
    expect(radio(checkout, /Visa/)).not.toBeChecked();
    expect(said(checkout)).toBe('Visa ending in 4242 is here again.');
  });

  it('is not said before the backend has done it', async () => {
    const checkout = await offer(visa);
    let done: (problem: CheckoutProblem | null) => void = () => {};
    scripted.changeCard = () => new Promise((resolve) => (done = resolve));
    await userEvent.click(await button(checkout, 'Remove Visa ending in 4242'));
    await userEvent.click(await button(checkout, 'Remove Visa ending in 4242'), { force: true });
    expect(scripted.callsOf('removeSavedCard')).toHaveLength(1);
    expect(radio(checkout, /Visa/)).toBeVisible();
    expect(seen(checkout)).not.toContain('Removed');
    done(null);
    await button(checkout, 'Undo: keep Visa ending in 4242');
  });

  it('that fails is said, and the card stays', async () => {
    const checkout = await offer(visa);
    scripted.changeCard = () => Promise.resolve({ code: 'network' });
    await userEvent.click(await button(checkout, 'Remove Visa ending in 4242'));
    const words = 'Visa ending in 4242 could not be removed. Try again in a moment.';
    await expect.poll(() => said(checkout)).toBe(words);
    expect(seen(checkout)).toContain(words);
    expect(radio(checkout, /Visa/)).toBeVisible();
  });

  it('the chosen one, another way to pay is chosen', async () => {
    const checkout = await offer(visa, amex);
    answer(intent(2, visa));
    await userEvent.click(await button(checkout, 'Remove American Express ending in 0005'));
    await button(checkout, 'Undo: keep American Express ending in 0005');
    expect(radio(checkout, /Visa/)).toBeChecked();
  });

  it('the last one leaves the way back, and the card form', async () => {
    const checkout = await offer(visa);
    answer(intentOf({ version: 2 }));
    await userEvent.click(await button(checkout, 'Remove Visa ending in 4242'));
    await button(checkout, 'Undo: keep Visa ending in 4242');
    expect(cardIn(checkout)).toBeVisible();
  });

  it('is offered where the shop says so', async () => {
    scripted = new ScriptedCheckout({
      phase: 'ready',
      intent: intentOf({ methods: [{ type: 'saved_card', cards: [visa] }] }),
    });
    const checkout = await follow(scripted);
    await inside(checkout).findByRole('radio', { name: /Visa/ });
    expect(inside(checkout).queryByRole('button', { name: /Remove/ })).toBeNull();
  });
});
