import type { Intent } from '@florin/contract';
import { within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { failed, failureOf, payButtonIn } from '../checkout/checkout.fixture.js';
import type { ScriptedCheckout } from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { focused, heard, inside, seen, settled } from '../checkout/place.fixture.js';
import { mobileMoney, offer, phoneIn } from './other-methods.fixture.js';

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

/** The rules of phone numbers have come. */
async function rulesAreThere(): Promise<void> {
  await expect.poll(() => payButtonIn(checkout).getAttribute('aria-disabled'), { timeout: 10_000 }).toBe('false');
}

async function open(methods: Intent['methods'], intent: Partial<Intent> = { country: 'BJ' }): Promise<void> {
  ({ scripted, checkout } = await offer(methods, intent));
  await rulesAreThere();
}

const operator = (name: string) => inside(checkout).getByRole<HTMLInputElement>('radio', { name });
const pay = () => userEvent.click(payButtonIn(checkout));
const submitted = () => scripted.callsOf('submit').map(([input]) => input);
const phone = () => phoneIn(checkout);

async function type(text: string): Promise<void> {
  phone().focus();
  await userEvent.keyboard(text);
}

/** A press that puts everything in at once, as paste and autofill do. */
async function paste(text: string): Promise<void> {
  phone().focus();
  phone().select();
  document.execCommand('insertText', false, text);
  await settled(checkout);
}

async function move(to: string): Promise<void> {
  await userEvent.selectOptions(inside(checkout).getByRole('combobox', { name: 'Country' }), to);
  await settled(checkout);
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('mobile money', () => {
  beforeEach(() => open([mobileMoney]));

  it('asks for the operator and its number, and says how one is written there', async () => {
    expect(inside(checkout).getByRole('radiogroup', { name: 'Mobile operator' })).toBeVisible();
    expect([operator('MTN').checked, operator('Moov').checked]).toEqual([false, false]);
    expect(phone()).toHaveAccessibleDescription('\u2066+229\u2069 For example \u206601 95 12 34 56\u2069');
    expect(phone()).toHaveAttribute('autocomplete', 'tel');
    expect(phone().type).toBe('text');
    expect([phone().inputMode, phone().dir]).toEqual(['tel', 'ltr']);
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €49.99 with Mobile money');
  });

  it.each([
    '+229 01 95 12 34 56',
    '00229 01 95 12 34 56',
    '01 95 12 34 56',
    '0195123456',
    '٠١٩٥١٢٣٤٥٦',
    '०१ ९५ १२ ३४ ५६',
    '\u202a+229\u00a001-95-12-34-56\u202c',
  ])('takes a number as it is known: %j', async (text) => {
    await userEvent.click(operator('MTN'));
    await paste(text);
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €49.99 with MTN');
    await pay();
    expect(submitted()).toEqual([{ type: 'mobile_money', code: 'momo', operator: 'mtn_bj', phone: '+2290195123456' }]);
    expect(phone().value).toBe('+229 01 95 12 34 56');
  });

  it('by keys alone, to the end', async () => {
    inside(checkout).getByRole('radio', { name: 'Mobile money' }).focus();
    await userEvent.keyboard('{Tab} {ArrowDown}');
    expect(operator('Moov')).toBeChecked();
    await userEvent.keyboard('{Tab}0195123456{Enter}');
    expect(submitted()).toEqual([{ type: 'mobile_money', code: 'momo', operator: 'moov_bj', phone: '+2290195123456' }]);
  });

  it('two errors are a list that leads to each of them, one is led to itself', async () => {
    await pay();
    const summary = () => inside(checkout).queryByRole('group', { name: 'Correct these fields to pay' });
    await expect.poll(focused).toBe(summary());
    expect(summary()).toBeVisible();
    expect(within(summary()!).getAllByRole('link')).toHaveLength(2);
    expect(operator('MTN')).toHaveAccessibleDescription('Choose your mobile operator.');
    expect(phone()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(inside(checkout).getByRole('link', { name: 'Enter your phone number.' }));
    expect(focused()).toBe(phone());
    await userEvent.click(inside(checkout).getByRole('link', { name: 'Choose your mobile operator.' }));
    expect(focused()).toBe(operator('MTN'));
    await userEvent.click(operator('MTN'));
    expect(summary()).toBeNull();
    expect(seen(checkout)).not.toContain('Choose your mobile operator.');
    await pay();
    expect(focused()).toBe(phone());
    await type('0195123456');
    expect(phone()).toHaveAttribute('aria-invalid', 'false');
    expect(submitted()).toEqual([]);
  });

  it('a number without an operator leads to the operator', async () => {
    await paste('0195123456');
    await pay();
    expect(focused()).toBe(operator('MTN'));
    expect(inside(checkout).queryByRole('group', { name: 'Correct these fields to pay' })).toBeNull();
    expect(submitted()).toEqual([]);
  });

  it('the list keeps still while a number is typed, and is right after the next press', async () => {
    await pay();
    await type('0195123456');
    expect(inside(checkout).getAllByRole('link')).toHaveLength(2);
    await userEvent.keyboard('{Enter}');
    expect(focused()).toBe(operator('MTN'));
    expect(inside(checkout).queryAllByRole('link')).toEqual([]);
  });

  it.each([
    ['en', 'right'],
    ['ar', 'left'],
  ] as const)('%s: what numbers start with keeps off the %s edge of its field', async (locale, side) => {
    checkout.locale = locale;
    const badge = () => checkout.shadowRoot?.querySelector('florin-phone-number')?.shadowRoot?.querySelector('.brand');
    const gap = () =>
      Math.abs(badge()!.getBoundingClientRect()[side] - badge()!.parentElement!.getBoundingClientRect()[side]);
    await expect.poll(gap).toBeCloseTo(11, 0);
    expect(badge()?.textContent).toContain('\u2066+229\u2069');
  });

  it('says nothing while a number is typed, and what to do once it is left', async () => {
    await type('019512345678');
    expect(phone()).toHaveAttribute('aria-invalid', 'false');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => phone().getAttribute('aria-invalid')).toBe('true');
    expect(phone()).toHaveAccessibleDescription(/Check the phone number: it has too many digits\.$/);
    phone().focus();
    await userEvent.keyboard('{Backspace}{Backspace}');
    await expect.poll(() => phone().getAttribute('aria-invalid')).toBe('false');
  });

  it('a number of another country is none of this operator', async () => {
    await userEvent.click(operator('MTN'));
    await paste('+225 01 23 45 6789');
    await pay();
    expect(seen(checkout)).toContain('Enter a number that starts with +229 .');
    expect(submitted()).toEqual([]);
  });

  it('the number is kept from country to country, and means what it meant', async () => {
    await paste('01 95 12 34 56');
    await userEvent.keyboard('{Tab}');
    await move('CI');
    expect(phone().value).toBe('+229 01 95 12 34 56');
    expect(inside(checkout).queryByRole('radio', { name: 'MTN' })).toBeNull();
    expect(seen(checkout)).toContain('Orange');
    await pay();
    expect(seen(checkout)).toContain('Enter a number that starts with +225');
    expect(focused()).toBe(phone());
    await paste('01 23 45 6789');
    await pay();
    expect(submitted()).toEqual([
      { type: 'mobile_money', code: 'momo', operator: 'orange_ci', phone: '+2250123456789' },
    ]);
  });

  it('the only operator is shown, and chosen', async () => {
    await move('CI');
    expect(inside(checkout).getAllByRole('radio')).toHaveLength(1);
    expect(inside(checkout).getByRole('group', { name: 'Mobile operator' })).toHaveTextContent('Orange');
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €49.99 with Orange');
  });

  it('everything is kept after a failure', async () => {
    await userEvent.click(operator('Moov'));
    await paste('0195123456');
    await pay();
    expect(phone()).toBeDisabled();
    const state = failed(failureOf({ reason: 'check_number', recovery: 'edit_field', field: 'number' }));
    scripted.tell({ ...state, intent: { ...scripted.state.intent!, active_attempt: state.attempt ?? null } });
    await settled(checkout);
    expect(operator('Moov')).toBeChecked();
    expect(phone().value).toBe('+229 01 95 12 34 56');
    await pay();
    expect(submitted()).toHaveLength(2);
  });

  it.each([
    ['/method/phone', 'Check the phone number: we do not recognise it.', () => phone()],
    ['/method/operator', 'This way to pay is not available at the moment.', () => operator('MTN')],
  ])('what the backend does not take has the focus: %s', async (pointer, text, place) => {
    await userEvent.click(operator('MTN'));
    await paste('0195123456');
    await pay();
    const violations = [{ pointer, code: 'invalid_value' }];
    scripted.tell({ phase: 'ready', decision: null, problem: { code: 'validation_failed', status: 422, violations } });
    await expect.poll(focused).toBe(place());
    expect(place()).toHaveAccessibleDescription(expect.stringContaining(text));
    expect(phone().value).toBe('+229 01 95 12 34 56');
  });

  it('reset empties it', async () => {
    await userEvent.click(operator('MTN'));
    await paste('0195123456');
    checkout.reset();
    await settled(checkout);
    expect(operator('MTN')).not.toBeChecked();
    await expect.poll(() => phone().value).toBe('');
  });

  it('no event tells the page the number, and no attribute or text holds it', async () => {
    const typed = [heard(document, 'input'), heard(document, 'keydown'), heard(document, 'florin-submit')];
    await userEvent.click(operator('MTN'));
    typed[0]?.splice(0);
    await type('0195123456{Enter}');
    expect(submitted()).toHaveLength(1);
    expect([typed[0], typed[2]]).toEqual([[], [{ method: 'mobile_money' }]]);
    expect(checkout.outerHTML + checkout.shadowRoot?.innerHTML).not.toContain('95123456');
  });
});

describe('a phone number beside another way to pay', () => {
  const asking = (phone: string): Intent['methods'] => [
    { type: 'approval', label: 'Nord Wallet', fields: { phone } },
    { type: 'qr', label: 'Pix' },
    { type: 'redirect', label: 'Nord Bank', fields: { phone: 'required' } },
  ];

  it('optional: it may be left out, and is checked when it is not', async () => {
    await open(asking('optional'), { country: 'FR' });
    expect(phone()).toHaveAccessibleName('Phone number (optional)');
    await pay();
    expect(submitted()).toEqual([{ type: 'approval' }]);
  });

  it('typed once is typed for all of them, and any country’s is taken', async () => {
    await open(asking('optional'), { country: 'FR' });
    await paste('06 12');
    await pay();
    expect(submitted()).toEqual([]);
    expect(seen(checkout)).toContain('Enter all the digits of the phone number.');
    await paste('+229 01 95 12 34 56');
    await userEvent.click(operator('Pix'));
    expect(phone).toThrow('No phone number is asked for.');
    await userEvent.click(operator('Nord Bank'));
    await expect.poll(() => phone().value).toBe('+229 01 95 12 34 56');
    await pay();
    expect(submitted()).toEqual([{ type: 'redirect', phone: '+2290195123456' }]);
  });
});
