import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inFour, inTen, inThree, inTwo } from '../src/installments/plans.fixture.js';
import { render } from './render.js';

const placed = 'locale="en" time-zone="UTC" now="2026-11-21T12:00:00Z"';
const price = 'amount="5000" currency="EUR" exponent="2"';

function tag(plans: unknown, more = `${price} ${placed}`): string {
  const json = JSON.stringify(plans).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<florin-installments plans="${json}" ${more}></florin-installments>`;
}

/** What can be read, one line for each piece of text. */
async function textOf(html: string): Promise<string[]> {
  const rendered = await render(html);
  const body = rendered.replace(/<style[^>]*>.*?<\/style>/gs, '').replace(/<!--.*?-->/gs, '');
  return body
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&nbsp;', ' ').trim())
    .filter(Boolean);
}

const attributesOf = async (html: string) => /<florin-installments([^>]*)>/.exec(await render(html))?.[1] ?? '';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

describe('a server draws', () => {
  it('one plan: its line, then its payments', async () => {
    expect(await textOf(tag([inThree]))).toEqual([
      '3 payments, €17.27 at most',
      'Fees €0.60, €50.60 in all',
      'Payment schedule',
      'Schedule: 3 payments, €17.27 at most',
      'Date',
      'Amount',
      'Today',
      '€17.27',
      'including €0.60 in fees',
      'December 21, 2026',
      '€16.67',
      'January 21, 2027',
      '€16.66',
      'Total',
      '€50.60',
      'including €0.60 in fees',
    ]);
  });

  it('a choice of plans: the cheapest in the line, the payments of each behind it, and what needs another price', async () => {
    const text = await textOf(tag([inFour, inTwo, inTen]));
    expect(text.slice(0, 3)).toEqual(['2 × €25.00', 'No fees', 'Payment plans']);
    expect(text).toEqual(expect.arrayContaining(['Choose a plan', 'Schedule: 2 × €25.00', 'February 21, 2027']));
    expect(text.at(-1)).toBe('10 payments: from €300.00');
    const html = await render(tag([inFour, inTwo, inTen]));
    expect(html.match(/<input[^>]*>/g)?.map((input) => / checked/.test(input))).toEqual([false, true]);
    expect(html).toMatch(/<th scope="col"/);
    expect(html).toMatch(/<th scope="row"/);
  });

  it('the plan that the page chooses, with the yearly rate and what a credit asks wherever its numbers stand', async () => {
    const text = await textOf(tag([inFour, inTwo], `${price} ${placed} plan="p4x"`));
    expect(text[0]).toBe('4 payments, €13.54 then 3 × €12.50');
    const rates = text.filter((line) => line.startsWith('Annual percentage rate (APR): 17.25%'));
    expect(rates).toHaveLength(2);
    expect(text.filter((line) => line.startsWith('A loan is a commitment'))).toHaveLength(2);
  });

  it('no plan for this price: the nearest one that there is a plan for', async () => {
    expect(await textOf(tag([inTen]))).toEqual(['Pay in instalments: from €300.00']);
  });

  it.each<[string, string]>([
    ['no plan', tag([])],
    ['plans of another price', tag([inTwo], `amount="4999" currency="EUR" exponent="2" ${placed}`)],
    ['an amount without its fraction digits', tag([inTwo], `amount="5000" currency="EUR" ${placed}`)],
    ['what is no list of plans', `<florin-installments plans="4 x 12,50" ${price} ${placed}></florin-installments>`],
  ])('nothing of %s', async (_, html) => {
    expect(await textOf(html)).toEqual([]);
  });
});

describe('it comes alive as it was drawn', () => {
  it('with the language, the zone and the time that it was drawn with', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-12-21T00:30:00Z'), toFake: ['Date'] });
    const attributes = await attributesOf(tag([inTwo], price));
    vi.useRealTimers();
    expect(attributes).toContain('locale="en"');
    expect(attributes).toContain('time-zone="UTC"');
    expect(attributes).toContain('now="2026-12-21T00:30:00.000Z"');
  });

  it('in the days of the zone that is said', async () => {
    const late = `${price} locale="en" now="2026-11-20T23:30:00Z"`;
    expect(await textOf(tag([inTwo], `${late} time-zone="UTC"`))).toContain('November 21, 2026');
    expect(await textOf(tag([inTwo], `${late} time-zone="Europe/Paris"`))).toContain('Today');
  });

  it.each([
    ['fr', 'Aujourd’hui', 'ltr'],
    ['fr-CA', 'Aujourd’hui', 'ltr'],
    ['ar', 'اليوم', 'rtl'],
  ])('in the words of %s, and in their direction', async (locale, today, direction) => {
    const html = tag([inTwo], `${price} locale="${locale}" time-zone="UTC" now="2026-11-21T12:00:00Z"`);
    expect(await textOf(html)).toContain(today);
    expect(await render(html)).toContain(`<div lang="${locale}" dir="${direction}"`);
  });

  it.each(['de', 'he', 'en_US', 'no tag'])('words, dates and direction are of one language: %s', async (locale) => {
    const html = tag([inTwo], `${price} locale="${locale}" time-zone="UTC" now="2026-11-21T12:00:00Z"`);
    expect(await textOf(html)).toEqual(expect.arrayContaining(['Today', 'December 21, 2026', '€25.00']));
    expect(await render(html)).toContain('<div lang="en" dir="ltr"');
  });
});
