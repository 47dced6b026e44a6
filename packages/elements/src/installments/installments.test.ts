import type { FinancingPlan, Intent, InstallmentsOption } from '@florin/contract';
import { within } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import {
  cardIn,
  cvc,
  failed,
  failureOf,
  fieldIn,
  fillCard,
  follow,
  number,
  payButtonIn,
  ScriptedCheckout,
  typeIn,
  valuesIn,
} from '../checkout/checkout.fixture.js';
import type { FlorinCheckout } from '../checkout/checkout.js';
import { attemptOf, intentOf } from '../checkout/intent.fixture.js';
import { focused, heard, inside, seen, settled } from '../checkout/place.fixture.js';
import { credit, deferred, free, offering, planOf, withFees } from './plans.fixture.js';

const CARD = {
  type: 'card',
  number: '4242424242424242',
  exp_month: 4,
  exp_year: 2042,
  cvc: '123',
  holder: 'Ana Lopes',
};
const WITHOUT_CODE = ['4242 4242 4242 4242', '04 / 42', '', 'Ana Lopes'];
const amount = { value: 5000, currency: 'EUR', exponent: 2 };

let scripted: ScriptedCheckout;
let checkout: FlorinCheckout;

const intent = (version: number, methods: Intent['methods']) => intentOf({ version, amount, methods });

async function offer(methods: Intent['methods'], properties: object = {}): Promise<void> {
  scripted = new ScriptedCheckout({ phase: 'ready', intent: intent(1, methods) });
  checkout = await follow(scripted, properties);
  await inside(checkout).findAllByRole('table', { hidden: true });
}

const schedule = () => inside(checkout).getByRole('table');
/** The table row by row. */
const rows = () =>
  within(schedule())
    .getAllByRole('row')
    .map(({ children }) => [...children].map(written).join(' | '));
const written = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim();
const radio = (name: RegExp | string) => inside(checkout).getByRole<HTMLInputElement>('radio', { name });
const pay = () => userEvent.click(payButtonIn(checkout));
const both = (...plans: FinancingPlan[]): Intent['methods'] => [{ type: 'card' }, offering(...plans)];

async function choose(name: string | RegExp): Promise<void> {
  await userEvent.click(radio(name));
  await settled(checkout);
}

/** The colour of the page where colours are forced. */
function canvas(): string {
  document.body.style.color = 'Canvas';
  const { color } = getComputedStyle(document.body);
  document.body.removeAttribute('style');
  return color;
}

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('a plan', () => {
  it('alone is no choice: its payments are shown, then the card', async () => {
    await offer([offering(withFees)]);
    expect(inside(checkout).queryByRole('radio')).toBeNull();
    expect(rows()).toEqual([
      'Date | Amount',
      'Today | €17.27 including €0.60 in fees',
      'December 21, 2026 | €16.67',
      'January 21, 2027 | €16.66',
      'Total | €50.60 including €0.60 in fees',
    ]);
    expect(seen(checkout)).toMatch(
      /^Pay in instalments Schedule: 3 payments, .* Total .* Card number .* Pay €17\.27 today/,
    );
  });

  it('is one of the ways to pay, and says who lends, where the merchant does', async () => {
    await offer([{ type: 'card' }, { ...offering(free), label: 'Alma' }]);
    expect(radio('Card')).toBeChecked();
    expect(seen(checkout)).not.toContain('Schedule');
    await choose('Pay in instalments · Alma');
    expect(schedule()).toBeVisible();
    expect(seen(checkout).match(/Pay in instalments · Alma/g)).toHaveLength(1);
    expect(checkout.getAttribute('method')).toBe('installments');
  });

  it('says so where it is the only way to pay, too', async () => {
    await offer([{ ...offering(free), label: 'Alma' }]);
    expect(seen(checkout)).toMatch(/^Pay in instalments · Alma Schedule/);
  });

  it('without fees says so', async () => {
    await offer([offering(free)]);
    expect(rows().at(-1)).toBe('Total | €50.00 No fees');
    expect(inside(checkout).getByRole('table', { name: 'Schedule: 4 × €12.50' })).toBe(schedule());
  });

  it('that is a credit says what it costs a year, and that it must be repaid', async () => {
    await offer([offering(free, credit)]);
    expect(seen(checkout)).not.toContain('APR');
    await choose(/^4 payments/);
    expect(seen(checkout)).toContain('Annual percentage rate (APR): 17.25%');
    expect(seen(checkout)).toContain('A loan is a commitment and must be repaid.');
  });

  it('whose payments do not add up to its total is left out, and the console says so once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await offer([offering({ ...withFees, id: 'liar', total: 5000 }, free)]);
    expect(inside(checkout).queryByRole('radio')).toBeNull();
    expect(rows().at(-1)).toBe('Total | €50.00 No fees');
    scripted.tell({ intent: intent(2, [offering({ ...withFees, id: 'liar', total: 5000 }, free)]) });
    await settled(checkout);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"liar"'));
  });

  it('that pays more or less than the purchase is left out likewise', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const less = planOf('less', [[2500], [2499]]);
    // The fee is not a part of the purchase.
    const disguised = planOf('disguised', [[2500], [2560]]);
    await offer([offering(less, disguised, withFees)]);
    expect(inside(checkout).queryByRole('radio')).toBeNull();
    expect(rows().at(-1)).toBe('Total | €50.60 including €0.60 in fees');
    for (const id of ['less', 'disguised']) expect(warn).toHaveBeenCalledWith(expect.stringContaining(`"${id}"`));
  });

  it('none left: there is no such way to pay', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    scripted = new ScriptedCheckout({ phase: 'ready', intent: intent(1, both({ ...free, total: 1 })) });
    checkout = await follow(scripted);
    await expect.poll(() => inside(checkout).queryByRole('radio')).toBeNull();
    await expect.poll(() => payButtonIn(checkout).textContent).toContain('Pay €50.00');
  });
});

describe('several plans', () => {
  beforeEach(() => offer([offering(free, withFees, deferred)]));

  it('are chosen from, each with what it costs', async () => {
    const group = inside(checkout).getByRole('radiogroup', { name: 'Choose a plan' });
    const labels = within(group)
      .getAllByRole<HTMLInputElement>('radio')
      .map((one) => written(one.labels?.[0] as Element));
    expect(labels).toEqual([
      '4 × €12.50 No fees',
      '3 payments, €17.27 at most Fees €0.60, €50.60 in all',
      '€50.00 on December 21, 2026 No fees',
    ]);
    expect(radio(/^4 ×/)).toBeChecked();
    await choose(/^3 payments/);
    expect(rows()[1]).toBe('Today | €17.27 including €0.60 in fees');
  });

  it('where colours are forced the chosen one alone is marked', async () => {
    const media = (value: string) =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await media('active');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const marks = () =>
      ['p4x', 'p3x', 'p1x'].map((_, index) => {
        const plan = inside(checkout).getAllByRole('radio')[index]?.closest('label') as HTMLElement;
        return getComputedStyle(plan).borderInlineStartColor !== canvas();
      });
    await expect.poll(marks).toEqual([true, false, false]);
    await media('none');
  });

  it('with the keyboard alone', async () => {
    radio(/^4 ×/).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(radio(/^3 payments/));
    expect(radio(/^3 payments/)).toBeChecked();
    await expect.poll(() => payButtonIn(checkout).textContent?.trim()).toBe('Pay €17.27 today, €50.60 in all');
    await userEvent.keyboard('{Tab}');
    await expect.poll(focused).toBe(fieldIn(checkout, number));
  });

  it('the button follows: it never says that something is taken which is not', async () => {
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €12.50 today, €50.00 in all');
    await choose(/on December/);
    expect(rows()).toEqual(['Date | Amount', 'December 21, 2026 | €50.00', 'Total | €50.00 No fees']);
    expect(payButtonIn(checkout)).toHaveTextContent('Confirm €50.00 on December 21, 2026');
  });

  it('the choice stays when the intent is read again, while it is offered', async () => {
    await choose(/^3 payments/);
    scripted.tell({ intent: intent(2, [offering(free, { ...withFees })]) });
    await settled(checkout);
    expect(radio(/^3 payments/)).toBeChecked();
    scripted.tell({ intent: intent(3, [offering(deferred, free)]) });
    await settled(checkout);
    expect(radio(/on December/)).toBeChecked();
  });

  it('reset forgets the choice', async () => {
    await choose(/^3 payments/);
    checkout.reset();
    await settled(checkout);
    expect(radio(/^4 ×/)).toBeChecked();
  });
});

describe('paying', () => {
  it('sends the plan, its total and the card', async () => {
    await offer([{ ...offering(free, withFees), code: 'almacb3x' }]);
    const submitted = heard(checkout, 'florin-submit');
    await choose(/^3 payments/);
    await fillCard(checkout);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([
      [{ type: 'installments', code: 'almacb3x', plan: 'p3x', total: 5060, card: CARD }],
    ]);
    expect(submitted).toEqual([{ method: 'installments' }]);
  });

  it('a code that the option has not is not sent', async () => {
    await offer([offering(free)]);
    await fillCard(checkout);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([[{ type: 'installments', plan: 'p4x', total: 5000, card: CARD }]]);
  });

  it('a card that is not right goes nowhere', async () => {
    await offer([offering(free)]);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([]);
    expect(seen(checkout)).toContain('Correct these fields to pay');
  });

  it('tells the page when the card is right', async () => {
    await offer([offering(free)]);
    const changes = heard(checkout, 'florin-change');
    await fillCard(checkout);
    expect(changes.at(-1)).toEqual({ valid: true, complete: true, brand: 'visa' });
  });

  it('keeps nothing of the card, and is not split again by its issuer', async () => {
    await offer([{ ...offering(free), save: true } as InstallmentsOption]);
    const lookup = { brands: ['visa'], country: 'FR', installments: [{ count: 3, amount: 1750, total: 5250 }] };
    scripted.lookUpCard = () => Promise.resolve(lookup) as never;
    await fillCard(checkout);
    await inside(cardIn(checkout)).findByText('Issued in France');
    expect(seen(checkout)).not.toMatch(/Pay at once or in parts|Save this card/);
    await pay();
    expect(scripted.callsOf('submit')).toEqual([[expect.objectContaining({ card: CARD })]]);
  });

  it('the brand of a co-badged card is chosen as with a card', async () => {
    await offer([{ ...offering(free), brand_choice: true, preferred_brands: ['cartes_bancaires'] }]);
    scripted.lookUpCard = () => Promise.resolve({ brands: ['cartes_bancaires', 'visa'], co_badged: true }) as never;
    await typeIn(checkout, number, '4000002500001001');
    expect(await inside(cardIn(checkout)).findByRole('radio', { name: 'CB' })).toBeChecked();
  });

  it('the card asks for what the merchant asks', async () => {
    await offer([
      {
        ...offering(free),
        brands: ['visa'],
        fields: { holder: 'hidden', email: 'required' },
        billing_countries: ['FR'],
        test_mode: true,
      },
    ]);
    expect(cardIn(checkout)).toMatchObject({
      brands: ['visa'],
      holder: 'hidden',
      email: 'required',
      countries: ['FR'],
      testMode: true,
      saveOffered: false,
      amount: null,
    });
  });

  it('the plan cannot be changed while it is being paid', async () => {
    await offer([offering(free, withFees)]);
    await fillCard(checkout);
    await pay();
    expect(radio(/^3 payments/)).toBeDisabled();
    expect(payButtonIn(checkout)).toHaveTextContent('Paying…');
  });

  it('is done: it is not said that everything was paid', async () => {
    await offer([offering(free)]);
    const attempt = attemptOf({ status: 'completed', method: { type: 'installments', label: 'Visa •••• 4242' } });
    scripted.tell({
      phase: 'completed',
      attempt,
      intent: intentOf({ status: 'completed', amount, active_attempt: attempt }),
    });
    await expect
      .poll(() => seen(checkout))
      .toContain('Purchase confirmed Your purchase from Atelier Nord is confirmed. Each payment is taken on the date');
    expect(seen(checkout)).not.toMatch(/\bpaid\b|€/i);
  });
});

describe('what was typed', () => {
  it('before the intent came stays, where a card is taken for installments alone', async () => {
    scripted = new ScriptedCheckout();
    checkout = await follow(scripted);
    await typeIn(checkout, number, '4242');
    const input = fieldIn(checkout, number);
    scripted.tell({ phase: 'ready', intent: intent(1, [{ type: 'qr' }, offering(free)]) });
    await inside(checkout).findByRole('table');
    await inside(checkout).findByRole('radio', { name: 'QR code' });
    expect(fieldIn(checkout, number)).toBe(input);
    expect(input.value).toBe('4242');
    expect(focused()).toBe(input);
    expect(radio('Pay in instalments')).toBeChecked();
  });

  it('for the card method is not touched', async () => {
    await offer(both(free));
    await fillCard(checkout);
    await choose('Pay in instalments');
    expect(valuesIn(checkout)).toEqual(['', '', '', '']);
    await choose('Card');
    expect(cardIn(checkout).read()).toEqual(CARD);
    expect(payButtonIn(checkout)).toHaveTextContent('Pay €50.00');
  });
});

describe('after a try that failed', () => {
  async function payWith(...plans: FinancingPlan[]): Promise<void> {
    await offer([offering(...plans)]);
    if (plans.length > 1) await choose(/^3 payments/);
    await fillCard(checkout);
    await pay();
  }

  const refuse = (...pointers: string[]) =>
    scripted.tell({
      phase: 'ready',
      decision: null,
      problem: {
        code: 'validation_failed',
        status: 422,
        decision: 'submit',
        violations: pointers.map((pointer) => ({ pointer, code: 'invalid_value' })),
      },
    });

  it('the form comes back with everything but the security code, and the plan', async () => {
    await payWith(free, withFees);
    const state = failed(failureOf({ reason: 'financing_refused', recovery: 'other_method' }));
    scripted.tell({
      ...state,
      intent: { ...intent(2, [offering(free, withFees)]), active_attempt: state.attempt ?? null },
    });
    await expect.poll(() => valuesIn(checkout)).toEqual(WITHOUT_CODE);
    expect(radio(/^3 payments/)).toBeChecked();
    expect(seen(checkout)).toContain('The financing was not granted. Use another card or another way to pay.');
  });

  it.each([
    ['/method/card/number', number],
    ['/method/card/cvc', cvc],
  ])('the field that the backend does not take has the error and the focus: %s', async (pointer, label) => {
    await payWith(free);
    refuse(pointer);
    await expect.poll(focused).toBe(fieldIn(checkout, label));
    expect(fieldIn(checkout, label)).toHaveAttribute('aria-invalid', 'true');
    expect(scripted.callsOf('refresh')).toEqual([]);
  });

  it.each(['/method/plan', '/method/total'])(
    'an offer that has changed is read anew, shown, and said: %s',
    async (pointer) => {
      await payWith(free, withFees);
      refuse(pointer, '/method/card/number');
      await expect.poll(() => scripted.callsOf('refresh')).toHaveLength(1);
      const dearer = planOf('p3x', [[1667, 120], [1667], [1666]]);
      scripted.tell({ intent: intent(2, [offering(free, dearer)]) });
      await expect.poll(() => rows()[1]).toBe('Today | €17.87 including €1.20 in fees');
      expect(radio(/^3 payments/)).toBeChecked();
      expect(seen(checkout)).toContain(
        'The payment plan has changed. Nothing was taken. Check the new schedule, then pay again.',
      );
      expect(inside(checkout).getByRole('alert')).toHaveTextContent(
        /^The payment plan has changed\. Nothing was taken/,
      );
      expect(focused()?.textContent).toContain('The payment plan has changed.');
      expect(fieldIn(checkout, number)).toHaveAttribute('aria-invalid', 'false');
      await typeIn(checkout, cvc, '321');
      await pay();
      expect(scripted.callsOf('submit').at(-1)).toEqual([
        { type: 'installments', plan: 'p3x', total: 5120, card: { ...CARD, cvc: '321' } },
      ]);
    },
  );
});

describe('in another language', () => {
  it('dates and amounts are written as the customer writes them', async () => {
    await offer([offering(withFees)], { locale: 'fr' });
    const plain = rows().map((row) => row.replace(/[\u00a0\u202f]/g, ' '));
    expect(plain[1]).toBe('Aujourd’hui | 17,27 € dont 0,60 € de frais');
    expect(plain[2]).toBe('21 décembre 2026 | 16,67 €');
  });

  it('right to left the dates stand right, and nothing is lost at 240 pixels', async () => {
    document.body.style.width = '208px';
    await offer([offering(free, withFees, credit)], { locale: 'ar' });
    await choose(/^3 دفعات/);
    const table = schedule().getBoundingClientRect();
    const root = checkout.getBoundingClientRect();
    expect(table.left).toBeGreaterThanOrEqual(root.left);
    expect(table.right).toBeLessThanOrEqual(root.right);
    const [date, sum] = within(schedule()).getAllByRole('row')[2]?.children ?? [];
    expect(date?.getBoundingClientRect().left).toBeGreaterThan(sum?.getBoundingClientRect().left ?? Infinity);
    document.body.removeAttribute('style');
  });
});
