import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  cardIn,
  cvc,
  decisionOf,
  expiry,
  failed,
  failureOf,
  fieldIn,
  fillCard,
  follow,
  number,
  payButtonIn,
  ScriptedCheckout,
  spoken,
  cardThenTransfer,
  twoMethods,
  typeIn,
  valuesIn,
} from './checkout.fixture.js';
import type { FlorinCheckout } from './checkout.js';
import type { CheckoutEventName } from './host-events.js';
import { attemptOf, intentOf } from './intent.fixture.js';
import { focused, heard, inside, seen, settled } from './place.fixture.js';

const CARD = {
  type: 'card',
  number: '4242424242424242',
  exp_month: 4,
  exp_year: 2042,
  cvc: '123',
  holder: 'Ana Lopes',
};
const WITHOUT_CODE = ['4242 4242 4242 4242', '04 / 42', '', 'Ana Lopes'];

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

beforeEach(async () => {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intentOf() });
  checkout = await follow(scripted);
});

afterEach(() => {
  document.body.replaceChildren();
});

async function tell(state: Parameters<ScriptedCheckout['tell']>[0]): Promise<void> {
  scripted.tell(state);
  await settled(checkout);
}

const pay = () => userEvent.click(payButtonIn(checkout));
const radio = (name: string) => inside(checkout).getByRole('radio', { name });
/** The row of what is no card has come, which is a file of its own. */
const listed = () => inside(checkout).findByRole('radio', { name: 'Instant transfer' });

describe('paying', () => {
  it('gives the card to the SDK', async () => {
    await fillCard(checkout);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([[CARD]]);
  });

  it('many presses are one payment', async () => {
    await fillCard(checkout);
    const button = payButtonIn(checkout);
    for (let press = 0; press < 10; press += 1) button.click();
    await settled(checkout);
    payButtonIn(checkout).click();
    payButtonIn(checkout).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await checkout.submit();
    expect(scripted.callsOf('submit')).toHaveLength(1);
    expect(button).toHaveTextContent('Paying…');
  });

  it('a card that is not right goes nowhere, and the customer is led to it', async () => {
    const submits = heard(checkout, 'florin-submit');
    await fillCard(checkout);
    await typeIn(checkout, cvc, '{Control>}a{/Control}{Backspace}');
    await pay();
    expect([submits, scripted.callsOf('submit')]).toEqual([[], []]);
    await expect.poll(focused).toBe(fieldIn(checkout, cvc));
    expect(seen(checkout)).toContain('Enter the 3 digits on the back of the card.');
  });

  it('the page can keep it for itself', async () => {
    checkout.addEventListener('florin-submit', (event) => event.preventDefault(), { once: true });
    await fillCard(checkout);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([]);
    await pay();
    expect(scripted.callsOf('submit')).toHaveLength(1);
  });

  it('the page can press the button', async () => {
    await fillCard(checkout);
    await checkout.submit();
    expect(scripted.callsOf('submit')).toEqual([[CARD]]);
  });

  it('the button is asleep until the intent has been read', async () => {
    const loading = new ScriptedCheckout();
    checkout.checkout = loading;
    await spoken(checkout);
    await fillCard(checkout);
    payButtonIn(checkout).click();
    expect(loading.callsOf('submit')).toEqual([]);
    loading.tell({ phase: 'ready', intent: intentOf() });
    await settled(checkout);
    await pay();
    expect(loading.callsOf('submit')).toEqual([[CARD]]);
  });
});

describe('methods', () => {
  it('one alone is not chosen from', () => {
    expect(inside(checkout).queryByRole('radio')).toBeNull();
    expect(inside(checkout).queryByRole('radiogroup')).toBeNull();
  });

  it('more are, and what is typed stays', async () => {
    await tell({ intent: intentOf({ methods: twoMethods }) });
    await listed();
    expect(inside(checkout).getByRole('radiogroup', { name: 'How do you want to pay?' })).toBeVisible();
    expect(radio('Instant transfer')).toBeChecked();
    await userEvent.click(radio('Card'));
    await fillCard(checkout);
    await userEvent.click(radio('Instant transfer'));
    expect(() => cardIn(checkout)).toThrow('No card form is shown.');
    expect(seen(checkout)).toContain('You get a code to scan with your app.');
    await userEvent.click(radio('Card'));
    expect(cardIn(checkout).read()).toEqual(CARD);
  });

  it('keys choose too', async () => {
    await tell({ intent: intentOf({ methods: twoMethods }) });
    (await listed()).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(radio('Card')).toBeChecked();
    expect(checkout.getAttribute('method')).toBe('card');
  });

  it('a QR code needs no card', async () => {
    await tell({ intent: intentOf({ methods: [{ type: 'qr', code: 'pix' }, { type: 'card' }] }) });
    expect(await inside(checkout).findByRole('radio', { name: 'QR code' })).toBeChecked();
    await pay();
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'qr', code: 'pix' }]]);
  });

  it('what is typed before the intent came stays, even when the card is not the first method', async () => {
    const loading = new ScriptedCheckout();
    checkout.checkout = loading;
    await spoken(checkout);
    await typeIn(checkout, number, '4242424242424242');
    const input = fieldIn(checkout, number);
    loading.tell({ phase: 'ready', intent: intentOf({ methods: twoMethods }) });
    await listed();
    await userEvent.click(radio('Card'));
    expect(fieldIn(checkout, number)).toBe(input);
    expect(input.value).toBe('4242 4242 4242 4242');
  });

  it('whoever is typing a card when the methods come goes on typing it', async () => {
    const loading = new ScriptedCheckout();
    checkout.checkout = loading;
    await spoken(checkout);
    await typeIn(checkout, number, '4242');
    loading.tell({ phase: 'ready', intent: intentOf({ methods: twoMethods }) });
    await listed();
    expect(radio('Card')).toBeChecked();
    expect(focused()).toBe(fieldIn(checkout, number));
    await userEvent.keyboard('4242');
    expect(fieldIn(checkout, number).value).toBe('4242 4242');
  });

  it('two kinds of card keep apart', async () => {
    await tell({
      intent: intentOf({
        methods: [
          { type: 'card', label: 'Bank card' },
          { type: 'card', label: 'Meal card' },
        ],
      }),
    });
    await typeIn(checkout, number, '5555');
    await userEvent.click(radio('Meal card'));
    await fillCard(checkout);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([[CARD]]);
    await tell(failed(failureOf()));
  });

  it('the card asks for what the merchant asks', async () => {
    await tell({
      intent: intentOf({ methods: [{ type: 'card', fields: { holder: 'hidden' }, brands: ['mastercard'] }] }),
    });
    expect(seen(checkout)).not.toContain('Name on card');
    await typeIn(checkout, number, '4242424242424242');
    await expect.poll(() => seen(checkout)).toContain('This shop does not take Visa.');
  });
});

describe('after a try that failed', () => {
  beforeEach(async () => {
    await fillCard(checkout);
    await pay();
  });

  it('the form comes back with everything but the security code, and the reason', async () => {
    await tell(failed(failureOf()));
    await expect.poll(() => valuesIn(checkout)).toEqual(WITHOUT_CODE);
    expect(seen(checkout)).toContain('There is not enough money available for this payment.');
    expect(seen(checkout)).toContain('Use another card or another way to pay.');
    expect(payButtonIn(checkout)).toHaveAttribute('aria-disabled', 'false');
    await typeIn(checkout, cvc, '321');
    await pay();
    expect(scripted.callsOf('submit').at(-1)).toEqual([{ ...CARD, cvc: '321' }]);
  });

  it('the method cannot be changed while it is being paid with, and can be afterwards', async () => {
    await tell({ intent: intentOf({ methods: cardThenTransfer }) });
    expect(await listed()).toBeDisabled();
    const state = failed(failureOf());
    await tell({ ...state, intent: intentOf({ ...state.intent, methods: cardThenTransfer }) });
    await settled(checkout);
    await userEvent.click(radio('Instant transfer'));
    await userEvent.click(radio('Card'));
    await expect.poll(() => valuesIn(checkout)).toEqual(WITHOUT_CODE);
  });

  it('the field that the bank names has the error and the focus', async () => {
    await tell(failed(failureOf({ reason: 'check_cvc', recovery: 'edit_field', field: 'cvc' })));
    await expect.poll(focused).toBe(fieldIn(checkout, cvc));
    expect(fieldIn(checkout, cvc)).toHaveAttribute('aria-invalid', 'true');
    expect(valuesIn(checkout)).toEqual(WITHOUT_CODE);
  });

  it.each([
    ['/method/number', number],
    ['/method/exp_year', expiry],
    ['/method/cvc', cvc],
  ])('the field that the backend does not take has the error and the focus: %s', async (pointer, label) => {
    const violations = [
      { pointer: '/browser/language', code: 'too_long' },
      { pointer, code: 'too_short' },
    ];
    await tell({ phase: 'ready', decision: null, problem: { code: 'validation_failed', status: 422, violations } });
    await expect.poll(focused).toBe(fieldIn(checkout, label));
    expect(fieldIn(checkout, label)).toHaveAttribute('aria-invalid', 'true');
    expect(seen(checkout)).toContain('Some details are not right.');
  });

  it('a refusal after a failure is about the refusal', async () => {
    const failure = failureOf({ reason: 'check_cvc', recovery: 'edit_field', field: 'cvc' });
    await tell(failed(failure));
    await typeIn(checkout, cvc, '321');
    await pay();
    const violations = [{ pointer: '/method/number', code: 'too_short' }];
    await tell({ phase: 'ready', decision: null, failure, problem: { code: 'validation_failed', violations } });
    await expect.poll(focused).toBe(fieldIn(checkout, number));
    expect(fieldIn(checkout, cvc)).toHaveAttribute('aria-invalid', 'false');
    expect(seen(checkout)).not.toContain('The security code does not match the card.');
  });

  it('reset empties the form, without touching the payment', async () => {
    await tell(failed(failureOf()));
    checkout.reset();
    await settled(checkout);
    expect(valuesIn(checkout)).toEqual(['', '', '', '']);
    expect(checkout.getAttribute('phase')).toBe('ready');
  });
});

describe('events', () => {
  const names: CheckoutEventName[] = [
    'florin-ready',
    'florin-change',
    'florin-submit',
    'florin-action',
    'florin-status',
    'florin-success',
    'florin-failure',
    'florin-error',
  ];

  it('tell the page everything but the card', async () => {
    const frame = document.createElement('div');
    const root = frame.attachShadow({ mode: 'open' });
    document.body.append(frame);
    const events: [string, unknown][] = [];
    for (const name of names)
      document.addEventListener(name, (event) => events.push([name, (event as CustomEvent).detail]));
    scripted = new ScriptedCheckout();
    checkout = await follow(scripted, {}, root as unknown as Element);
    await tell({ phase: 'ready', intent: intentOf() });
    await fillCard(checkout);
    await pay();
    await tell(failed(failureOf()));
    await expect.poll(() => fieldIn(checkout, cvc).disabled).toBe(false);
    await typeIn(checkout, cvc, '321');
    await pay();
    const attempt = attemptOf({ id: 'pa_2', status: 'action_required', next_action: { type: 'otp' } });
    await tell({ phase: 'action_required', attempt, action: { type: 'otp' }, decision: null });
    await tell({ phase: 'completed', action: null, intent: intentOf({ status: 'completed', version: 9 }) });
    await tell({ intent: intentOf({ status: 'refunded', version: 10 }) });
    const one = (name: string) => events.filter(([other]) => other === name).map(([, detail]) => detail);
    expect(one('florin-ready')).toEqual([{ methods: ['card'] }]);
    expect(one('florin-submit')).toEqual([{ method: 'card' }, { method: 'card' }]);
    expect(one('florin-failure')).toEqual([
      { reason: 'insufficient_funds', recovery: 'other_method', code: failureOf().code, final: false },
    ]);
    expect(one('florin-action')).toEqual([{ type: 'otp' }]);
    expect(one('florin-success')).toEqual([
      { intent: 'pi_1', status: 'completed', amount: { value: 4999, currency: 'EUR', exponent: 2 } },
    ]);
    expect(one('florin-change').at(-1)).toEqual({ valid: true, complete: true, brand: 'visa' });
    expect(one('florin-status').map((detail) => (detail as { phase: string }).phase)).toEqual([
      'ready',
      'submitting',
      'ready',
      'submitting',
      'action_required',
      'completed',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/4242|Lopes|"123"|"321"/);
  });

  it('a problem of the network is one, not a failure', async () => {
    const errors = heard(checkout, 'florin-error');
    const failures = heard(checkout, 'florin-failure');
    await tell({ problem: { code: 'network' } });
    await tell({ problem: { code: 'network' } });
    expect([errors, failures]).toEqual([[{ code: 'network' }], []]);
  });
});

it('no attribute or page text holds the card', async () => {
  await fillCard(checkout);
  await pay();
  await tell({ phase: 'processing', decision: decisionOf('submit') });
  expect(checkout.outerHTML + checkout.shadowRoot?.innerHTML).not.toMatch(/4242|Lopes/);
});
