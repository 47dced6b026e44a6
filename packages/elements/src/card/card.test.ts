import { loadMessages } from '@florin/locale';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Messages } from '@florin/locale';
import type { CardChange, FlorinCard } from './card.js';
import { fieldOf, fillIn, inside, mount, shown, typeInto } from './card.fixture.js';

let english: Messages;
let card: FlorinCard;

beforeAll(async () => {
  english = await loadMessages('en');
});

beforeEach(async () => {
  card = await mount();
});

afterEach(() => {
  document.body.replaceChildren();
});

const field = (label: RegExp) => fieldOf(card, label);
const number = () => field(/Card number/);
const expiry = () => field(/Expiry date/);
const cvc = () => field(/Security code/);
const holder = () => field(/Name on card/);
const active = () => card.shadowRoot?.activeElement;
const type = (input: HTMLInputElement, text: string) => typeInto(card, input, text);

const fill = () => fillIn(card);

/** The description that a screen reader gets from ids of the same root. */
function described(input: HTMLInputElement): string {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) => card.shadowRoot?.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
}

describe('typing', () => {
  it('groups, names the brand and reads the card', async () => {
    await fill();
    expect(number().value).toBe('4242 4242 4242 4242');
    expect(expiry().value).toBe('04 / 42');
    expect(described(number())).toContain('Visa');
    expect(card.read()).toEqual({
      type: 'card',
      number: '4242424242424242',
      exp_month: 4,
      exp_year: 2042,
      cvc: '123',
      holder: 'Ana Lopes',
    });
  });

  it('keeps the caret where the customer put it', async () => {
    await type(number(), '42424242');
    number().setSelectionRange(2, 2);
    await userEvent.keyboard('1');
    expect(shown(number())).toBe('421|4 2424 2');
    number().setSelectionRange(5, 5);
    await userEvent.keyboard('{Backspace}');
    expect(shown(number())).toBe('421|2 4242');
    number().setSelectionRange(4, 4);
    await userEvent.keyboard('{Delete}');
    expect(shown(number())).toBe('4212| 242');
  });

  it('replaces what is selected', async () => {
    await type(number(), '4242424242424242');
    number().select();
    await userEvent.keyboard('37');
    await card.updateComplete;
    expect(shown(number())).toBe('37|');
    expect(described(cvc())).toBe('4 digits, on the front');
  });

  it('lets the expiry be deleted to the end', async () => {
    await type(expiry(), '4');
    expect(shown(expiry())).toBe('04 / |');
    await userEvent.keyboard('42{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(expiry().value).toBe('');
  });

  it('takes what a clipboard brings', async () => {
    number().focus();
    document.execCommand('insertText', false, 'Card: 3782-822463-10005');
    expect(number().value).toBe('3782 822463 10005');
    expiry().focus();
    document.execCommand('insertText', false, '2042-04');
    expect(expiry().value).toBe('04 / 2042');
  });

  it('takes native digits', async () => {
    number().focus();
    document.execCommand('insertText', false, '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢');
    expect(number().value).toBe('4242 4242 4242 4242');
  });

  it('never moves the focus by itself', async () => {
    await type(number(), '4242424242424242');
    expect(active()).toBe(number());
  });
});

it('takes what autofill sets, all at once, and cuts nothing', async () => {
  const values = [
    [number(), '4242424242424242'],
    [expiry(), '04/2042'],
    [cvc(), '123'],
    [holder(), 'Ana Lopes'],
  ] as const;
  for (const [input, value] of values) {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  expect(expiry().value).toBe('04 / 2042');
  expect(card.read()).toMatchObject({ number: '4242424242424242', exp_month: 4, exp_year: 2042 });
  expect(active()).toBeNull();
});

it('has what autofill looks for, in one form', () => {
  const inputs = [number(), expiry(), cvc(), holder()];
  expect(inputs.map((input) => input.autocomplete)).toEqual(['cc-number', 'cc-exp', 'cc-csc', 'cc-name']);
  expect(new Set(inputs.map((input) => input.form)).size).toBe(1);
  expect(inputs.slice(0, 3).every((input) => input.dir === 'ltr' && input.inputMode === 'numeric')).toBe(true);
});

describe('errors', () => {
  it('come when a field is left after it was whole, not before', async () => {
    await type(number(), '4242');
    await type(expiry(), '');
    expect(number().getAttribute('aria-invalid')).toBe('false');
    await type(number(), '424242424241');
    expect(number().getAttribute('aria-invalid')).toBe('false');
    await type(expiry(), '');
    expect(number().getAttribute('aria-invalid')).toBe('true');
    expect(described(number())).toContain('a digit is not right');
    expect(card.shadowRoot?.querySelector('[aria-live]')?.textContent).toContain('a digit is not right');
  });

  it('go as soon as the field is mended', async () => {
    await type(number(), '4242424242424241');
    await type(expiry(), '');
    await type(number(), '{End}{Backspace}');
    expect(number().getAttribute('aria-invalid')).toBe('true');
    await userEvent.keyboard('2');
    await card.updateComplete;
    expect(number().getAttribute('aria-invalid')).toBe('false');
  });

  it('say that a brand is not taken as soon as it is sure', async () => {
    card.brands = ['visa', 'mastercard'];
    await card.updateComplete;
    await type(number(), '37');
    expect(described(number())).toContain('This shop does not take American Express.');
    await userEvent.keyboard('{Backspace}{Backspace}4');
    await card.updateComplete;
    expect(number().getAttribute('aria-invalid')).toBe('false');
  });

  it('one alone takes the focus to its field', async () => {
    await fill();
    cvc().focus();
    await userEvent.keyboard('{Backspace}');
    holder().focus();
    expect(card.validate()).toBe(false);
    await card.updateComplete;
    await expect.poll(active).toBe(cvc());
    expect(described(cvc())).toContain('Enter the 3 digits on the back of the card.');
    expect(inside(card).queryByText('Correct these fields to pay')).toBeNull();
  });

  it('several are listed, and the list leads to the fields', async () => {
    expect(card.validate()).toBe(false);
    await expect.poll(() => active()?.className).toBe('summary');
    expect(inside(card).getAllByRole('link')).toHaveLength(4);
    await userEvent.click(inside(card).getByRole('link', { name: 'Enter the expiry date.' }));
    expect(active()).toBe(expiry());
    expect(location.hash).toBe('');
  });

  it('of the bank stand until the text changes', async () => {
    await fill();
    card.clearSecurityCode();
    card.showFieldError('cvc', english['reason.check_cvc']);
    card.focus();
    await card.updateComplete;
    expect(cvc().value).toBe('');
    expect(active()).toBe(cvc());
    expect(described(cvc())).toContain('does not match the card');
    holder().focus();
    await card.updateComplete;
    expect(described(cvc())).toContain('does not match the card');
    await type(cvc(), '9');
    expect(cvc().getAttribute('aria-invalid')).toBe('false');
    expect(number().value).toBe('4242 4242 4242 4242');
  });

  it('follow the language', async () => {
    card.validate();
    card.messages = await loadMessages('fr');
    await card.updateComplete;
    expect(described(field(/Numéro de carte/))).toContain('Saisissez le numéro de carte.');
  });
});

describe('card data stays inside', () => {
  it('no event, attribute or state tells a digit', async () => {
    const events: Event[] = [];
    const changes: CardChange[] = [];
    for (const name of ['input', 'beforeinput', 'change', 'submit', 'keypress', 'paste'])
      document.addEventListener(name, (event) => events.push(event));
    document.addEventListener('florin-change', (event) => changes.push((event as CustomEvent<CardChange>).detail));
    await fill();
    expect(events).toEqual([]);
    expect(changes.at(-1)).toEqual({ valid: true, complete: true, brand: 'visa' });
    expect(JSON.stringify(changes)).not.toMatch(/\d/);
    // Lit marks its places with a random number, which may have any digits in it.
    const markup = `${card.outerHTML}${card.shadowRoot?.innerHTML}`.replaceAll(/lit\$\d+\$/g, '');
    expect(markup).not.toMatch(/4242|123|Lopes/);
  });

  it('the form value is never the card', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    card = await mount({}, form);
    card.setAttribute('name', 'card');
    await fill();
    expect([...new FormData(form)]).toEqual([]);
  });
});

describe('the name', () => {
  it('is not asked for when it is hidden', async () => {
    card.holder = 'hidden';
    await card.updateComplete;
    expect(inside(card).queryByLabelText(/Name on card/)).toBeNull();
    await type(number(), '4242424242424242');
    await type(expiry(), '0442');
    await type(cvc(), '123');
    expect(card.read()).not.toHaveProperty('holder');
  });

  it('may be left out when it is optional', async () => {
    card.holder = 'optional';
    await card.updateComplete;
    expect(field(/Name on card/).required).toBe(false);
    await type(number(), '4242424242424242');
    await type(expiry(), '0442');
    await type(cvc(), '123');
    expect(card.read()).toMatchObject({ number: '4242424242424242' });
  });
});

describe('words', () => {
  it('are not needed to type, nor to be checked', async () => {
    card.remove();
    card = await mount({ messages: null, required: true });
    await fillIn(card);
    card.clearSecurityCode();
    expect(card.read()).toBeNull();
    expect(card.validity.valid).toBe(false);
  });

  it('come later without anything moving or being lost', async () => {
    card.remove();
    card = await mount({ messages: null });
    const input = card.shadowRoot?.querySelector('input') as HTMLInputElement;
    await type(input, '4242');
    const height = card.getBoundingClientRect().height;
    card.messages = english;
    await card.updateComplete;
    expect(card.getBoundingClientRect().height).toBe(height);
    expect(number()).toBe(input);
    expect(input.value).toBe('4242');
  });

  it('are loaded by itself when nobody brings them', async () => {
    card.remove();
    card = await mount({ messages: undefined, locale: 'ar' } as Partial<FlorinCard>);
    await expect.poll(() => inside(card).queryByLabelText('رقم البطاقة')).not.toBeNull();
    expect(card.shadowRoot?.querySelector('form')?.dir).toBe('rtl');
    expect(card.shadowRoot?.querySelector('input')?.dir).toBe('ltr');
  });
});

it('takes past dates in test mode', async () => {
  card.testMode = true;
  await card.updateComplete;
  await fill();
  await type(expiry(), '{Control>}a{/Control}0120');
  expect(card.read()).toMatchObject({ exp_month: 1, exp_year: 2020 });
});

it('reads brands from an attribute', async () => {
  card.setAttribute('brands', 'visa, mastercard');
  expect(card.brands).toEqual(['visa', 'mastercard']);
});
