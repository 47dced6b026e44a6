import type { CardInput } from '@florin/contract';
import { within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FlorinCard } from './card.js';
import { fieldOf, fillIn, inside, mount } from './card.fixture.js';

let form: HTMLFormElement;
let card: FlorinCard;
/** What each submit that the page got to see carried. */
let submitted: string[][];

beforeEach(async () => {
  form = document.createElement('form');
  form.innerHTML =
    '<input name="note" value="ring twice"><fieldset></fieldset><button name="go" value="1">Order</button>';
  submitted = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push([...new FormData(form, event.submitter)].map(([name, value]) => `${name}=${String(value)}`));
  });
  document.body.append(form);
  card = await mount({ name: 'card' }, form.querySelector('fieldset') as HTMLElement);
});

afterEach(() => {
  document.body.replaceChildren();
});

const order = () => userEvent.click(within(form).getByText('Order'));
const number = () => fieldOf(card, /Card number/);
const active = () => card.shadowRoot?.activeElement;

describe('with `required`', () => {
  beforeEach(async () => {
    card.required = true;
    await card.updateComplete;
  });

  it('holds the form back until the card is right, and shows why', async () => {
    expect(form.elements).toContain(card);
    expect(card.validity.valueMissing).toBe(true);
    await order();
    expect(submitted).toEqual([]);
    await expect.poll(() => active()?.className).toBe('summary');
    await fillIn(card);
    expect(form.checkValidity()).toBe(true);
    await order();
    expect(submitted).toHaveLength(1);
  });

  it('asking alone shows nothing', async () => {
    expect(card.checkValidity()).toBe(false);
    await card.updateComplete;
    expect(number().getAttribute('aria-invalid')).toBe('false');
  });
});

describe('without `required`', () => {
  it('no card is a card that is left out', async () => {
    expect(card.checkValidity()).toBe(true);
    await order();
    expect(submitted).toEqual([['note=ring twice', 'go=1']]);
  });

  it('half a card is a mistake', async () => {
    number().focus();
    await userEvent.keyboard('4242');
    expect(card.checkValidity()).toBe(false);
    await order();
    expect(submitted).toEqual([]);
  });
});

it('takes the focus from a label', async () => {
  const label = document.createElement('label');
  label.textContent = 'Your card';
  label.htmlFor = card.id = 'payment';
  form.prepend(label);
  await userEvent.click(label);
  expect(active()).toBe(number());
});

it('submits with Enter, unless the page prevents it', async () => {
  await fillIn(card);
  await userEvent.keyboard('{Enter}');
  expect(submitted).toHaveLength(1);
  card.addEventListener('florin-card-submit', (event) => event.preventDefault());
  await userEvent.keyboard('{Enter}');
  expect(submitted).toHaveLength(1);
});

it('Enter does nothing while the form’s button is disabled', async () => {
  (within(form).getByText('Order') as HTMLButtonElement).disabled = true;
  await fillIn(card);
  await userEvent.keyboard('{Enter}');
  expect(submitted).toEqual([]);
});

it('is asked for by what a script has filled in without a word', async () => {
  card.required = true;
  await card.updateComplete;
  const texts = { number: '4242424242424242', expiry: '04/42', cvc: '123', holder: 'Ana Lopes' };
  for (const [id, text] of Object.entries(texts)) {
    const input = card.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
    if (input) input.value = text;
  }
  await order();
  await order();
  expect(submitted.length).toBeGreaterThan(0);
});

it('is reset and disabled with the form', async () => {
  await fillIn(card);
  form.reset();
  const inputs = [...(card.shadowRoot?.querySelectorAll('input') ?? [])];
  expect(inputs.map((input) => input.value)).toEqual(['', '', '', '']);
  (form.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
  await card.updateComplete;
  expect(number().disabled).toBe(true);
  expect(card.willValidate).toBe(false);
});

describe('the reference', () => {
  let exchanged: CardInput[];

  beforeEach(() => {
    exchanged = [];
    card.createReference = async (input) => {
      exchanged.push(input);
      return { reference: `ref-${exchanged.length}` };
    };
  });

  it('is what the form carries, never the card', async () => {
    await fillIn(card);
    await order();
    await expect.poll(() => submitted).toEqual([['note=ring twice', 'card=ref-1', 'go=1']]);
    expect(exchanged).toMatchObject([{ number: '4242424242424242', cvc: '123' }]);
  });

  it('is good once: the next submit has another one', async () => {
    await fillIn(card);
    await order();
    await expect.poll(() => submitted.length).toBe(1);
    await order();
    await expect.poll(() => submitted.map((data) => data[1])).toEqual(['card=ref-1', 'card=ref-2']);
  });

  it('is forgotten when the card changes', async () => {
    await fillIn(card);
    await order();
    await expect.poll(() => submitted.length).toBe(1);
    number().focus();
    await userEvent.keyboard('{Control>}a{/Control}5555555555554444');
    expect(new FormData(form).get('card')).toBeNull();
  });

  it('is asked for once, however often the button is pressed', async () => {
    let answer: (result: { reference: string }) => void = () => {};
    card.createReference = (input) => {
      exchanged.push(input);
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    await fillIn(card);
    await order();
    await order();
    await order();
    answer({ reference: 'ref-1' });
    await expect.poll(() => submitted).toHaveLength(1);
    expect(exchanged).toHaveLength(1);
  });

  it('is not asked for again by a press that comes between the answer and the submit', async () => {
    await fillIn(card);
    const { requestSubmit } = form;
    form.requestSubmit = (submitter) => {
      // The impatient customer, at the last moment.
      form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
      requestSubmit.call(form, submitter);
    };
    within(form).getByText('Order').click();
    within(form).getByText('Order').click();
    await expect.poll(() => submitted.length).toBeGreaterThan(0);
    expect(new Set(submitted.map((data) => data[1]))).toEqual(new Set(['card=ref-1']));
    expect(exchanged).toHaveLength(1);
  });

  it('is gone when the form is reset', async () => {
    await fillIn(card);
    await order();
    await expect.poll(() => submitted.length).toBe(1);
    form.reset();
    await order();
    expect(submitted[1]).toEqual(['note=ring twice', 'go=1']);
  });

  it('of a card that was reset on the way is not submitted', async () => {
    card.createReference = async (input) => {
      exchanged.push(input);
      form.reset();
      return { reference: 'ref-1' };
    };
    await fillIn(card);
    await order();
    await expect.poll(() => number().disabled).toBe(false);
    expect([exchanged.length, submitted]).toEqual([1, []]);
    expect(new FormData(form).has('card')).toBe(false);
  });

  it('is not made for a card that is disabled', async () => {
    await fillIn(card);
    card.disabled = true;
    await card.updateComplete;
    await order();
    expect([exchanged, submitted]).toEqual([[], [['note=ring twice', 'go=1']]]);
  });

  it('is not left out by a form that does not check itself', async () => {
    form.noValidate = true;
    card.required = true;
    await card.updateComplete;
    await order();
    expect(submitted).toEqual([]);
    await expect.poll(() => active()?.className).toBe('summary');
  });

  it('of each of two cards is carried, and the form is sent once', async () => {
    const second = await mount({ name: 'deposit' }, form);
    second.createReference = async () => ({ reference: 'other' });
    await fillIn(card);
    await fillIn(second);
    await order();
    await expect.poll(() => submitted.length).toBe(1);
    expect(submitted[0]).toEqual(['note=ring twice', 'card=ref-1', 'go=1', 'deposit=other']);
  });

  it('is not waited for when the page’s own function throws', async () => {
    card.createReference = () => {
      throw new TypeError('the page made a mistake');
    };
    await fillIn(card);
    await order();
    await expect.poll(() => number().disabled).toBe(false);
    expect(submitted).toEqual([]);
    card.createReference = async () => ({ reference: 'ref-2' });
    await order();
    await expect.poll(() => submitted.map((data) => data[1])).toEqual(['card=ref-2']);
    expect(inside(card).queryByText(/could not be made/)).toBeNull();
  });

  it('is of use although a lookup answers while it is being made', async () => {
    let tell: (lookup: { brands: string[] }) => void = () => {};
    const asked: string[] = [];
    card.lookUp = (digits) => {
      asked.push(digits);
      return new Promise((resolve) => {
        tell = resolve;
      });
    };
    card.createReference = async () => {
      tell({ brands: ['visa'] });
      await card.updateComplete;
      return { reference: 'ref-1' };
    };
    await fillIn(card);
    await expect.poll(() => asked).toEqual(['42424242']);
    await order();
    await expect.poll(() => submitted.map((data) => data[1])).toEqual(['card=ref-1']);
  });

  it('leaves the focus where it was', async () => {
    await fillIn(card);
    fieldOf(card, /Security code/).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => submitted.length).toBe(1);
    await expect.poll(active).toBe(fieldOf(card, /Security code/));
  });

  it('that cannot be had holds the form back, and says so', async () => {
    const codes: unknown[] = [];
    card.addEventListener('florin-error', (event) => codes.push((event as CustomEvent).detail));
    card.createReference = async () => ({ problem: { code: 'network' } });
    await fillIn(card);
    await order();
    await expect.poll(() => inside(card).queryByText('We cannot reach the payment service')).not.toBeNull();
    expect(active()?.className).toBe('summary');
    expect([codes, submitted]).toEqual([[{ code: 'network' }], []]);
    expect(number().value).toBe('4242 4242 4242 4242');
  });

  it('is not made for a form that another field holds back', async () => {
    form.insertAdjacentHTML('beforeend', '<input name="terms" required>');
    await fillIn(card);
    await order();
    expect([exchanged, submitted]).toEqual([[], []]);
  });
});

it('gives the browser nothing of the card to keep, and takes the rest back', async () => {
  const kept: FormData[] = [];
  const { setFormValue } = ElementInternals.prototype;
  ElementInternals.prototype.setFormValue = function keep(value, state) {
    if (state instanceof FormData) kept.push(state);
    setFormValue.call(this, value, state);
  };
  try {
    await fillIn(card);
  } finally {
    ElementInternals.prototype.setFormValue = setFormValue;
  }
  const state = kept.at(-1) as FormData;
  expect([...state]).toEqual([['holder', 'Ana Lopes']]);
  const wrongField = fieldOf(card, /Name on card/);
  wrongField.value = '4242424242424242';
  wrongField.dispatchEvent(new Event('input', { bubbles: true }));
  expect(kept.flatMap((texts) => [...texts.values()])).not.toContain('4242424242424242');
  form.reset();
  card.formStateRestoreCallback(state);
  await card.updateComplete;
  expect(fieldOf(card, /Name on card/).value).toBe('Ana Lopes');
  expect(number().value).toBe('');
});
