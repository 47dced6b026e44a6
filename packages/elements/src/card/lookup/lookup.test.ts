import type { CardLookup } from '@florin/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FlorinCard } from '../card.js';
import { fieldOf, inside, mount, typeInto } from '../card.fixture.js';

const CO_BADGED = '4000002500001001';
const coBadged: CardLookup = { brands: ['cartes_bancaires', 'visa'], co_badged: true, country: 'FR' };

let card: FlorinCard;
let asked: string[];
let answer: CardLookup | null;

beforeEach(async () => {
  asked = [];
  answer = coBadged;
  card = await mount({
    holder: 'hidden',
    brandChoice: true,
    lookUp: async (digits: string) => {
      asked.push(digits);
      return answer;
    },
  });
});

afterEach(() => {
  document.body.replaceChildren();
});

const number = () => fieldOf(card, /Card number/);
const type = (text: string, field = number()) => typeInto(card, field, text);
const choice = () => inside(card).findByRole('radiogroup', { name: 'Pay with' });
const option = (name: string) => inside(card).getByRole<HTMLInputElement>('radio', { name });

async function fillRest() {
  await type('0442', fieldOf(card, /Expiry date/));
  await type('123', fieldOf(card, /Security code/));
}

it('asks once there are eight digits, with those and no more, once', async () => {
  await type('4000002');
  await type('500001001');
  await choice();
  expect(asked).toEqual(['40000025']);
});

it('asks for what a number has become, and forgets what it was', async () => {
  await type(CO_BADGED);
  await choice();
  answer = { brands: ['visa'] };
  await type('{Control>}a{/Control}4242424242424242');
  await expect.poll(() => inside(card).queryByRole('radiogroup')).toBeNull();
  await expect.poll(() => asked).toEqual(['40000025', '42424242']);
});

it('an answer that comes too late is for nobody', async () => {
  let late: (lookup: CardLookup) => void = () => {};
  const signals: AbortSignal[] = [];
  card.lookUp = (_digits, signal) => {
    signals.push(signal);
    return new Promise((resolve) => {
      late = resolve;
    });
  };
  await type(CO_BADGED);
  await expect.poll(() => signals.length).toBe(1);
  await type('{Control>}a{/Control}4242');
  expect(signals[0]?.aborted).toBe(true);
  late(coBadged);
  await card.updateComplete;
  expect(inside(card).queryByRole('radiogroup')).toBeNull();
});

it('that fails leaves the card as its brand has it', async () => {
  card.lookUp = async (digits) => {
    asked.push(digits);
    throw new Error('offline');
  };
  await type('4242424242424242');
  await expect.poll(() => asked).toHaveLength(1);
  await fillRest();
  expect(card.read()).toEqual({ type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' });
});

describe('a co-badged card', () => {
  it('leaves the choice to the customer, and sends none that was not made', async () => {
    await type(CO_BADGED);
    await choice();
    expect([option('CB').checked, option('Visa').checked]).toEqual([false, false]);
    await fillRest();
    expect(card.read()).not.toHaveProperty('brand');
    await userEvent.click(option('CB'));
    expect(card.read()).toMatchObject({ brand: 'cartes_bancaires' });
  });

  it('can be chosen with the keyboard alone', async () => {
    await type(CO_BADGED);
    await choice();
    await userEvent.keyboard('{Tab} ');
    expect(option('CB').checked).toBe(true);
    await userEvent.keyboard('{ArrowRight}');
    expect(option('Visa').checked).toBe(true);
  });

  it('starts with the brand that the merchant prefers', async () => {
    card.preferredBrands = ['cartes_bancaires'];
    await type(CO_BADGED);
    await choice();
    await fillRest();
    expect(option('CB').checked).toBe(true);
    expect(card.read()).toMatchObject({ brand: 'cartes_bancaires' });
  });

  it('forgets the choice when it becomes another card, and keeps it while the number is typed on', async () => {
    await type(CO_BADGED.slice(0, 10));
    await choice();
    await userEvent.click(option('Visa'));
    await type('{End}001001');
    expect(option('Visa').checked).toBe(true);
    await type('{End}{Backspace}2');
    expect(option('Visa').checked).toBe(false);
  });

  it('has nothing to choose where the shop takes one of its brands', async () => {
    card.brands = ['visa'];
    await type(CO_BADGED);
    await expect.poll(() => inside(card).queryByText('CB · Visa')).not.toBeNull();
    expect(inside(card).queryByRole('radiogroup')).toBeNull();
  });

  it('is refused where the shop takes none of them', async () => {
    card.brands = ['amex', 'bancontact'];
    await type(CO_BADGED);
    await expect.poll(() => number().getAttribute('aria-invalid')).toBe('true');
  });
});

describe('what a card needs', () => {
  it('says where it was issued', async () => {
    await type(CO_BADGED);
    expect(await inside(card).findByText('Issued in France')).toBeTruthy();
  });

  it('no code and no date, where it has none', async () => {
    answer = { brands: ['bancontact', 'maestro'], cvc: { need: 'hidden' }, expiry: 'hidden' };
    await type('6703444444444449');
    await expect.poll(() => inside(card).queryByLabelText(/Security code|Expiry date/)).toBeNull();
    expect(card.read()).toEqual({ type: 'card', number: '6703444444444449' });
  });

  it.each([
    ['no code', { cvc: { need: 'hidden' } }, ['number', 'expiry', 'holder']],
    ['no date', { expiry: 'hidden' }, ['number', 'cvc', 'holder']],
  ])('%s, and every other field stays what it is', async (_, needs, ids) => {
    card.holder = 'required';
    await card.updateComplete;
    await type('Ana Lopes', fieldOf(card, /Name on card/));
    answer = { brands: ['visa'], ...needs };
    await type('4242424242424242');
    const inputs = () => [...(card.shadowRoot?.querySelectorAll('.fields input') ?? [])].map(({ id }) => id);
    await expect.poll(inputs).toEqual(ids);
    expect(fieldOf(card, /Name on card/)).toMatchObject({ id: 'holder', value: 'Ana Lopes' });
  });

  it('a code that may be left out', async () => {
    answer = { brands: ['maestro'], cvc: { need: 'optional' } };
    await type('6759649826438453');
    await expect.poll(() => fieldOf(card, /Security code/).required).toBe(false);
    await type('0442', fieldOf(card, /Expiry date/));
    expect(card.read()).toMatchObject({ number: '6759649826438453' });
    expect(card.read()).not.toHaveProperty('cvc');
  });

  it('a code of another length', async () => {
    answer = { brands: ['visa'], cvc: { length: 4 } };
    await type('4242424242424242');
    await expect.poll(() => inside(card).queryByText('4 digits, on the back')).not.toBeNull();
    await fillRest();
    expect(card.read()).toBeNull();
  });
});

it('offers to pay in parts, at the issuer’s terms', async () => {
  answer = { brands: ['mastercard'], installments: [{ count: 3, amount: 1750, total: 5250 }] };
  card.amount = { value: 4999, currency: 'EUR', exponent: 2 };
  await type('5555555555554444');
  const select = await inside(card).findByLabelText('Pay at once or in parts');
  expect(select.textContent?.replace(/\s+/g, ' ').trim()).toBe('At once, €49.99 3 × €17.50 (€52.50 in all)');
  await fillRest();
  expect(card.read()).not.toHaveProperty('installments');
  await userEvent.selectOptions(select, '3');
  expect(card.read()).toMatchObject({ installments: 3 });
});

it('what was offered for one amount is not offered for another', async () => {
  answer = { brands: ['mastercard'], installments: [{ count: 3, amount: 1750, total: 5250 }] };
  card.amount = { value: 4999, currency: 'EUR', exponent: 2 };
  await type('5555555555554444');
  await inside(card).findByLabelText('Pay at once or in parts');
  answer = { brands: ['mastercard'] };
  card.amount = { value: 9900, currency: 'EUR', exponent: 2 };
  await expect.poll(() => inside(card).queryByLabelText('Pay at once or in parts')).toBeNull();
  await expect.poll(() => asked).toHaveLength(2);
});

it('a number that is replaced without a word takes nothing of the last one along', async () => {
  await type(CO_BADGED);
  await choice();
  await userEvent.click(option('CB'));
  await fillRest();
  number().value = '4242424242424242';
  expect(card.read()).toEqual({ type: 'card', number: '4242424242424242', exp_month: 4, exp_year: 2042, cvc: '123' });
});

it('nobody is asked once the card is out of the page', async () => {
  const { lookUp } = card;
  await type(CO_BADGED);
  card.remove();
  // Another card, typed later, has been looked up: the first one would have been long before.
  card = await mount({ holder: 'hidden', lookUp });
  await type('4242424242424242');
  await expect.poll(() => asked).toContain('42424242');
  expect(asked).toEqual(['42424242']);
});
