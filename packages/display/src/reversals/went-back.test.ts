import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAllBack, wentBackOf, type Reported } from './went-back.js';

const warn = vi.fn<(message: string) => void>();
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(warn));
afterEach(() => vi.restoreAllMocks());

const of = (...amounts: number[]) => amounts.map((amount) => ({ amount, at: '2026-11-21T12:00:00Z' }));

/** Kind, all of it or not, total. */
function told(said: Reported) {
  return wentBackOf('florin-x', 4999, said).map(({ kind, isAll, total }) => [kind, isAll, total]);
}

it.each([
  ['a part', { status: 'partially_refunded', refunds: of(1000) }, [['refunded', false, 1000]]],
  ['two parts', { status: 'partially_refunded', refunds: of(1000, 500) }, [['refunded', false, 1500]]],
  ['all of it, in parts', { status: 'refunded', refunds: of(1000, 3999) }, [['refunded', true, 4999]]],
  [
    'the rest of it by the bank',
    { status: 'charged_back', refunds: of(1000), chargeBacks: of(3999) },
    [
      ['refunded', false, 1000],
      ['charged_back', false, 3999],
    ],
  ],
  [
    'by the bank, after a refund that it does not know of',
    { status: 'charged_back', refunds: of(1000), chargeBacks: of(4999) },
    [
      ['refunded', false, 1000],
      ['charged_back', true, 4999],
    ],
  ],
  ['nobody knows how much', { status: 'partially_charged_back' }, [['charged_back', false, null]]],
  ['all of it, and nobody says when', { status: 'refunded', refunds: null }, [['refunded', true, null]]],
  ['nothing', { status: 'completed', refunds: [], chargeBacks: [] }, []],
])('%s', (_, said, expected) => {
  expect(told(said)).toEqual(expected);
  expect(warn).not.toHaveBeenCalled();
});

it.each([
  ['more than was paid', { status: 'partially_refunded', refunds: of(5000) }, [['refunded', false, null]]],
  ['all of it, of a part', { status: 'partially_refunded', refunds: of(4999) }, [['refunded', false, null]]],
  ['a part, of all of it', { status: 'refunded', refunds: of(1000) }, [['refunded', true, null]]],
  [
    'more than was paid, of the other kind',
    { status: 'partially_refunded', refunds: of(1000), chargeBacks: of(6000) },
    [['refunded', false, 1000]],
  ],
])('%s is not shown as if it were right: %j', (_, said, expected) => {
  expect(told(said)).toEqual(expected);
});

it('and the console says so', () => {
  told({ status: 'partially_charged_back', chargeBacks: of(9999) });
  expect(warn).toHaveBeenCalledWith(
    '<florin-x> leaves out what was charged_back: the amounts do not agree with partially_charged_back.',
  );
});

describe('a status that says nothing of it has nothing shown: a dispute may have been won', () => {
  it.each([
    ['completed', { chargeBacks: of(4999) }],
    ['completed', { refunds: of(1000) }],
    ['pending', { refunds: of(1000) }],
    ['constructor', { refunds: of(1000) }],
  ])('%s', (status, said) => {
    expect(told({ status, ...said })).toEqual([]);
  });

  it('also where a part was refunded', () => {
    const said = { status: 'partially_refunded', refunds: of(1000), chargeBacks: of(3999) };
    expect(told(said)).toEqual([['refunded', false, 1000]]);
  });
});

describe('without a status the lines are what the page vouches for', () => {
  it.each([
    [
      'both kinds',
      { refunds: of(1000), chargeBacks: of(500) },
      [
        ['refunded', false, 1000],
        ['charged_back', false, 500],
      ],
    ],
    ['all of it', { refunds: of(1000, 3999) }, [['refunded', true, 4999]]],
    ['more than was paid', { refunds: of(5000) }, [['refunded', false, null]]],
    ['nothing', {}, []],
  ])('%s', (_, said, expected) => {
    expect(told(said)).toEqual(expected);
  });
});

it.each([
  [
    'a refund and the rest by the bank',
    { status: 'partially_charged_back', refunds: of(1999), chargeBacks: of(3000) },
    true,
  ],
  ['a part', { status: 'partially_charged_back', refunds: of(1999), chargeBacks: of(2999) }, false],
  ['all of it, and nobody says how much', { status: 'charged_back', refunds: of(1000) }, true],
  ['nothing', { status: 'completed' }, false],
])('whether nothing is left: %s', (_, said, expected) => {
  expect(isAllBack(4999, wentBackOf('florin-x', 4999, said))).toBe(expected);
});
