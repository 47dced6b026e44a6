import { loadMessages } from '@florin/locale';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FlorinCard } from '../card.js';
import { fieldOf, fillIn, inside, mount, typeInto } from '../card.fixture.js';

let card: FlorinCard;

afterEach(() => {
  document.body.replaceChildren();
});

const field = (label: RegExp) => fieldOf(card, label);
const found = (label: RegExp) => inside(card).findByLabelText(label);
const labels = () =>
  [...(card.shadowRoot?.querySelectorAll('.details .field label') ?? [])].map((label) =>
    label.textContent?.replace(/\s+/g, ' ').trim(),
  );

async function type(label: RegExp, text: string) {
  await typeInto(card, field(label), text);
}

it('asks for nothing that the intent does not want', async () => {
  card = await mount();
  await fillIn(card);
  expect(labels()).toEqual([]);
  expect(Object.keys(card.read() ?? {})).toEqual(['type', 'number', 'exp_month', 'exp_year', 'cvc', 'holder']);
});

describe('contact', () => {
  it('is asked for where it is wanted, and travels', async () => {
    card = await mount({ email: 'required', phone: 'required', locale: 'en-GB' });
    await found(/Phone number/);
    await fillIn(card);
    expect(card.read()).toBeNull();
    await type(/E-mail address/, ' ana@example.com ');
    await type(/Phone number/, '020 7946 0018');
    expect(card.read()).toMatchObject({ email: 'ana@example.com', phone: '+442079460018' });
    expect([field(/E-mail/).autocomplete, field(/Phone/).autocomplete]).toEqual(['email', 'tel']);
  });

  it('a number stays the same number, whatever country is chosen later', async () => {
    card = await mount({ phone: 'required', billing: 'required', countries: ['FR', 'DE'], locale: 'fr-FR' });
    await found(/Phone number/);
    await found(/Country/);
    await type(/Phone number/, '01 23 45 67 89');
    field(/Country/).focus();
    await userEvent.selectOptions(field(/Country/), 'DE');
    expect(field(/Phone number/).value).toBe('+33 1 23 45 67 89');
  });

  it('may be left out where it is optional, and is checked where it is not', async () => {
    card = await mount({ email: 'optional' });
    await found(/E-mail address/);
    await fillIn(card);
    expect(card.read()).not.toBeNull();
    await type(/E-mail address/, 'ana');
    expect(card.validate()).toBe(false);
    await card.updateComplete;
    expect(inside(card).getByText('Enter the whole e-mail address, like name@example.com.')).toBeTruthy();
  });

  it('that is not there yet is not forgotten', async () => {
    card = await mount({ email: 'required' });
    await fillIn(card);
    expect(card.validate()).toBe(false);
    const number = field(/Card number/);
    number.focus();
    await found(/E-mail address/);
    expect(card.shadowRoot?.activeElement).toBe(number);
    await expect.poll(() => field(/E-mail address/).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the billing address', () => {
  it.each([
    ['GB', ['Postcode']],
    ['US', ['State', 'ZIP code']],
    ['JP', ['Prefecture', 'Postal code']],
    ['BR', ['State', 'Postal code']],
  ])('is asked for as the post of %s wants it', async (country, some) => {
    card = await mount({ billing: 'required', countries: [country] });
    await found(/Country/);
    expect(labels()).toEqual(expect.arrayContaining(some));
  });

  it('is checked and written by the country’s rules, and travels', async () => {
    card = await mount({ billing: 'required', countries: ['GB', 'FR'], locale: 'en-GB' });
    await found(/Postcode/);
    await fillIn(card);
    await type(/Postcode/, 'sw1a1');
    expect(card.validate()).toBe(false);
    await card.updateComplete;
    expect(inside(card).getAllByText(/Check “Postcode”/).length).toBeGreaterThan(0);
    await type(/Postcode/, '{Control>}a{/Control}sw1a1aa');
    await type(/^Address|Street/, '10 Downing Street');
    await type(/Town or city/, 'London');
    expect(field(/Postcode/).value).toBe('SW1A 1AA');
    expect(card.read()).toMatchObject({
      billing: { country: 'GB', line1: '10 Downing Street', city: 'London', postal_code: 'SW1A 1AA' },
    });
  });

  it('keeps what fits when the country changes', async () => {
    card = await mount({ billing: 'required', countries: ['GB', 'FR'], locale: 'en-GB' });
    await found(/Postcode/);
    await type(/^Address|Street/, '1 rue de la Paix');
    await userEvent.selectOptions(field(/Country/), 'FR');
    await expect.poll(labels).toContain('Postal code');
    expect(field(/^Address|Street/).value).toBe('1 rue de la Paix');
  });

  it('takes no region of one country for one of another', async () => {
    card = await mount({ billing: 'required', countries: ['US', 'CA'], locale: 'en-US' });
    await found(/State/);
    await userEvent.selectOptions(field(/State/), 'CO');
    await userEvent.selectOptions(field(/Country/), 'CA');
    await found(/Province/);
    expect(field(/Province/).value).toBe('');
  });

  it('follows the country however it was chosen', async () => {
    card = await mount({ billing: 'required', countries: ['US', 'CA'], locale: 'en-US' });
    await found(/State/);
    field(/Country/).value = 'CA';
    field(/Country/).dispatchEvent(new Event('change', { bubbles: true }));
    await found(/Province/);
    card.reset();
    await found(/State/);
    expect(field(/Country/).value).toBe('US');
  });

  it('comes back as it was when "same as delivery" was ticked by mistake', async () => {
    const shipping = { country: 'US', line1: '1 Main St', city: 'Denver', region: 'CO', postal_code: '80014' };
    card = await mount({ billing: 'required', shipping });
    const same = await found(/Same as the delivery address/);
    await userEvent.click(same);
    await userEvent.selectOptions(await found(/Country/), 'CA');
    await found(/Province/);
    await userEvent.selectOptions(field(/Province/), 'ON');
    await type(/City/, 'Toronto');
    await userEvent.click(same);
    await expect.poll(() => inside(card).queryByLabelText(/City/)).toBeNull();
    await userEvent.click(same);
    await expect.poll(() => field(/Province/).value).toBe('ON');
    expect([field(/Country/).value, field(/City/).value]).toEqual(['CA', 'Toronto']);
  });

  it('an example stands in its own order in a language that runs from right to left', async () => {
    card = await mount({ billing: 'required', countries: ['JP'], locale: 'ar', messages: await loadMessages('ar') });
    await found(/البلد/);
    const hint = await inside(card).findByText(/154-0023/);
    const text = [...hint.childNodes].find((node) => node.nodeValue?.includes('154')) as Text;
    const placeOf = (part: string) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(part));
      range.setEnd(text, text.data.indexOf(part) + part.length);
      return range.getBoundingClientRect().left;
    };
    expect(placeOf('154')).toBeLessThan(placeOf('0023'));
  });

  it('lists the countries in the customer’s language and order', async () => {
    card = await mount({ billing: 'required', locale: 'fr', messages: await loadMessages('fr') });
    const select = (await found(/Pays/)) as HTMLSelectElement;
    const names = [...select.options].map((option) => option.text).filter(Boolean);
    expect(names.slice(0, 3)).toEqual(['Afghanistan', 'Afrique du Sud', 'Albanie']);
    expect(names.length).toBeGreaterThan(200);
  });

  it('is where the goods go, unless the customer says otherwise', async () => {
    const shipping = { country: 'FR', line1: '1 rue de la Paix', city: 'Paris', postal_code: '75002' };
    card = await mount({ billing: 'required', shipping });
    const same = await found(/Same as the delivery address/);
    await fillIn(card);
    expect(card.read()).toMatchObject({ billing: shipping });
    expect(inside(card).queryByLabelText(/Country/)).toBeNull();
    await userEvent.click(same);
    expect((await found(/Country/)) as HTMLSelectElement).toHaveProperty('value', 'FR');
    expect(card.read()).toBeNull();
  });

  it('that is optional can be left out, but not half of it', async () => {
    card = await mount({ billing: 'optional', countries: ['GB', 'FR'] });
    await found(/Country/);
    await fillIn(card);
    expect(card.read()).not.toHaveProperty('billing');
    await userEvent.selectOptions(field(/Country/), 'GB');
    await found(/Postcode/);
    expect(card.read()).toBeNull();
  });

  it('stands in the same form as the card, for autofill', async () => {
    card = await mount({ billing: 'required', countries: ['US'] });
    await found(/ZIP code/);
    const inputs = [...(card.shadowRoot?.querySelectorAll<HTMLInputElement>('.details input, .details select') ?? [])];
    expect(new Set(inputs.map(({ form }) => form))).toEqual(new Set([card.shadowRoot?.querySelector('form')]));
    expect(inputs.map(({ autocomplete }) => autocomplete)).toEqual(
      expect.arrayContaining([
        'billing country',
        'billing address-line1',
        'billing postal-code',
        'billing address-level1',
      ]),
    );
  });
});

it('a card is kept for the next time only when the customer says so', async () => {
  card = await mount({ saveOffered: true });
  const box = (await found(/Save this card/)) as HTMLInputElement;
  await fillIn(card);
  expect(box.checked).toBe(false);
  expect(card.read()).not.toHaveProperty('save');
  await userEvent.click(box);
  expect(card.read()).toMatchObject({ save: true });
  card.reset();
  await card.updateComplete;
  expect(box.checked).toBe(false);
});

describe('month and year apart', () => {
  it('are one date', async () => {
    card = await mount({ expiry: 'split', holder: 'hidden' });
    await type(/Card number/, '4242424242424242');
    await type(/Expiry month/, '4');
    await type(/Expiry year/, '42');
    await type(/Security code/, '123');
    expect(field(/Expiry month/).value).toBe('04');
    expect(card.read()).toMatchObject({ exp_month: 4, exp_year: 2042 });
    expect(inside(card).queryByLabelText('Expiry date')).toBeNull();
  });

  it('each says what is wrong with it', async () => {
    card = await mount({ expiry: 'split', holder: 'hidden' });
    await type(/Expiry month/, '13');
    await type(/Expiry year/, '20');
    await type(/Security code/, '1');
    await expect.poll(() => field(/Expiry month/).getAttribute('aria-invalid')).toBe('true');
    expect(inside(card).getAllByText('Enter a month from 01 to 12.').length).toBeGreaterThan(0);
    expect(inside(card).getAllByText(/This date has passed/).length).toBeGreaterThan(0);
  });

  it('take what the bank says of the date', async () => {
    card = await mount({ expiry: 'split' });
    card.showFieldError('expiry', 'The card has expired.');
    await card.updateComplete;
    expect(field(/Expiry month/).getAttribute('aria-invalid')).toBe('true');
  });
});
