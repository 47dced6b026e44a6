import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawn, tagOf, textOf } from './drawn.fixture.js';

const paid = {
  amount: '4000',
  currency: 'EUR',
  exponent: '2',
  merchant: 'Kiln & Clay',
  method: 'Visa •••• 4242',
  date: '2026-11-21T13:05:00Z',
  reference: 'pi_1',
  locale: 'en',
  'time-zone': 'Europe/Paris',
};
const refunds = [
  { amount: 500, at: '2026-11-25T10:00:00Z' },
  { amount: 500, at: '2026-11-30T23:30:00Z' },
];
const chargeBacks = [{ amount: 1500, at: '2026-12-05T10:00:00Z' }];
const plan = {
  id: 'p2x',
  payments: [
    { due_at: '2026-11-21T13:05:00Z', amount: 2000, fee: 60 },
    { due_at: '2026-12-21T13:05:00Z', amount: 2000, fee: 0 },
  ],
  total: 4060,
};

const tag = (attributes: Readonly<Record<string, unknown>> = {}) => tagOf('florin-receipt', { ...paid, ...attributes });
const without = (name: keyof typeof paid) => tagOf('florin-receipt', { ...paid, [name]: '' });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const warnings = () => vi.mocked(console.warn).mock.calls.length;

describe('a server draws', () => {
  it('what was paid, to whom, when in a zone that is named, with what, and what it is found by', async () => {
    expect(await textOf(tag({ description: 'Two mugs' }))).toEqual([
      'Receipt',
      'Amount paid',
      '€40.00',
      'Shop',
      'Kiln & Clay',
      'For',
      'Two mugs',
      'Date',
      'November 21, 2026 at 2:05 PM',
      '(UTC+01:00)',
      'Payment method',
      'Visa •••• 4242',
      'Reference',
      'pi_1',
    ]);
  });

  it('no line for what is not said', async () => {
    const text = await textOf(tagOf('florin-receipt', { amount: '4000', currency: 'EUR', exponent: '2' }));
    expect(text).toEqual(['Receipt', 'Amount paid', '€40.00']);
  });

  it('each refund and charge-back with its date, and what is left', async () => {
    const text = await textOf(tag({ refunds, 'charge-backs': chargeBacks }));
    expect(text.slice(text.indexOf('Money returned'))).toEqual([
      'Money returned',
      'Refund',
      'November 25, 2026',
      '€5.00',
      'Refund',
      'December 1, 2026',
      '€5.00',
      'Taken back by your bank',
      'December 5, 2026',
      '€15.00',
      'Net paid',
      '€15.00',
    ]);
  });

  it('the button of a script that is not there yet, out of sight, and its room', async () => {
    expect(await drawn(tag())).toContain('<button part="print" type="button" aria-label="Print">');
  });

  it('headings where the page wants them', async () => {
    expect(await drawn(tag({ refunds }))).toMatch(/<h2 .*<h3 /s);
    expect(await drawn(tag({ refunds, 'heading-level': '4' }))).toMatch(/<h4 .*<h5 /s);
    expect(await drawn(tag({ refunds, 'heading-level': '6' }))).toMatch(/<h6 .*<h6 /s);
    expect(await drawn(tag({ 'heading-level': '9' }))).toContain('<h2 ');
  });

  it.each([
    ['fr', 'ltr', 'Montant payé', '21 novembre 2026 à 14:05'],
    ['ar', 'rtl', 'المبلغ المدفوع', '21 نوفمبر 2026 في 2:05 م'],
  ])('in the words of %s, and in their direction', async (locale, direction, amount, date) => {
    expect(await drawn(tag({ locale }))).toContain(`<article lang="${locale}" dir="${direction}">`);
    expect(await textOf(tag({ locale }))).toEqual(expect.arrayContaining([amount, date]));
  });
});

describe('what is paid in parts is not called paid', () => {
  it('a plan is what was agreed to: what is taken when, with fees', async () => {
    const text = await textOf(tag({ plan }));
    expect(text).not.toContain('Amount paid');
    expect(text.slice(0, 5)).toEqual(['Purchase confirmation', 'Purchase amount', '€40.00', 'Agreed in all', '€40.60']);
    expect(text.slice(text.indexOf('pi_1') + 1)).toEqual([
      'Schedule: 2 payments, €20.60 then €20.00',
      'Date',
      'Amount',
      'November 21, 2026',
      '€20.60',
      'including €0.60 in fees',
      'December 21, 2026',
      '€20.00',
      'Total',
      '€40.60',
      'including €0.60 in fees',
      'Each payment is taken on the date you agreed to.',
    ]);
  });

  it('after a refund the schedule is what was agreed to before', async () => {
    const text = await textOf(tag({ plan, refunds }));
    expect(text).toEqual(expect.arrayContaining(['Purchase less money returned', '€30.00']));
    expect(text.at(-1)).toBe('This is what you agreed to. Money returned since then can change the payments to come.');
  });

  it('an issuer’s payments have a count and a total', async () => {
    const text = await textOf(tag({ installments: '3', 'installments-total': '4100' }));
    expect(text.slice(1, 5)).toEqual(['Purchase amount', '€40.00', 'Agreed in all', '€41.00 in 3 payments']);
    expect(text.at(-1)).toBe('Each payment is taken on the date you agreed to.');
  });

  it('a plan whose numbers do not agree is left out, and still nothing is called paid', async () => {
    const text = await textOf(tag({ plan: { ...plan, id: 'wrong', total: 9999 } }));
    expect(text).toContain('Purchase amount');
    expect(text.join()).not.toMatch(/Amount paid|99\.99|Schedule/);
    expect(warnings()).toBe(1);
  });
});

describe('numbers that do not tell are not made to', () => {
  it('more went back than was paid: the lines, and no sum', async () => {
    const text = await textOf(tag({ refunds: [{ amount: 4000, at: refunds[0]?.at }], 'charge-backs': chargeBacks }));
    expect(text).toEqual(expect.arrayContaining(['€40.00', '€15.00']));
    expect(text).not.toContain('Net paid');
  });

  it('a list that cannot be read: the other one, and no sum', async () => {
    const text = await textOf(tag({ refunds: '[{"amount":-5}]', 'charge-backs': chargeBacks }));
    expect(text).toContain('€15.00');
    expect(text).not.toContain('Net paid');
    expect(warnings()).toBe(1);
  });

  it('a refund of which nobody says how much it was', async () => {
    const text = await textOf(tag({ status: 'partially_refunded' }));
    expect(text.slice(-3)).toEqual(['Money returned', 'Refund', 'Amount not known']);
  });

  it('a date without an offset is no moment', async () => {
    expect(await textOf(tag({ date: '2026-11-21T13:05:00' }))).not.toContain('Date');
    expect(warnings()).toBe(1);
  });

  it.each([
    ['no amount', without('amount')],
    ['no currency', without('currency')],
    ['no fraction digits', without('exponent')],
    ['an amount in words', tag({ amount: '40,00' })],
    ['a payment that failed', tag({ status: 'failed' })],
    ['a payment under way', tag({ status: 'pending' })],
    ['a status that nobody knows', tag({ status: 'on_hold' })],
  ])('of %s there is no receipt', async (_, html) => {
    expect(await textOf(html)).toEqual([]);
  });
});

it('a server’s own zone and language are written onto the element', async () => {
  const html = await drawn(
    tagOf('florin-receipt', { amount: '4000', currency: 'EUR', exponent: '2', date: paid.date }),
  );
  expect(html).toMatch(/^<florin-receipt [^>]*locale="en" time-zone="UTC"/);
  expect(html).toContain('(UTC)');
});

it('what a page says is text, whatever it looks like', async () => {
  const script = '<img src=x onerror=alert(1)>';
  const html = await drawn(tag({ merchant: script, method: script, reference: script, description: script }));
  expect(html.slice(html.indexOf('<article'))).not.toContain('<img');
});
