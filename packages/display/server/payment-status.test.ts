import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attemptOf, snapshotOf } from '../src/payment-status/snapshot.fixture.js';
import { drawn, tagOf, textOf } from './drawn.fixture.js';

const name = 'florin-payment-status';
const place = { locale: 'en', 'time-zone': 'UTC', now: '2026-11-21T12:00:00Z' };
const refunds = [
  { amount: 1000, at: '2026-11-21T23:30:00Z' },
  { amount: 500, at: '2026-11-22T12:00:00Z' },
];
const refunded = snapshotOf({ version: 7, status: 'partially_refunded', refunds });

const warn = vi.fn<(...words: string[]) => void>();
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(warn.mockReset()));
afterEach(() => vi.restoreAllMocks());

it('a snapshot alone is read without a script: how it stands, what went back and when, and the reference', async () => {
  expect(await textOf(tagOf(name, { ...place, snapshot: refunded }))).toEqual([
    'Paid',
    'You paid €49.99 to Atelier Nord.',
    '€15.00 of €49.99 was refunded.',
    '€10.00 on November 21, 2026',
    '€5.00 on November 22, 2026',
    'Reference pi_1',
  ]);
});

it('the host says how it stands, for a style sheet, and where and when that was drawn', async () => {
  const html = await drawn(tagOf(name, { snapshot: snapshotOf({ active_attempt: attemptOf({ uncertain: true }) }) }));
  const host = /<florin-payment-status([^>]*)>/.exec(html)?.[1] ?? '';
  expect(host).toContain(' status="pending"');
  expect(host).toContain(' phase="verifying"');
  expect(host).toMatch(/ locale="en"/);
  expect(host).toMatch(/ time-zone="UTC"/);
  expect(host).toMatch(/ now="20\d\d-/);
});

it('what will be said aloud has its place, and says nothing yet', async () => {
  const html = await drawn(tagOf(name, { ...place, snapshot: refunded }));
  expect(html).toMatch(/<p role="status">\s*<\/p>/);
});

it('the heading is of the level that the page wants', async () => {
  expect(await drawn(tagOf(name, { ...place, snapshot: refunded, 'heading-level': '3' }))).toMatch(
    /<h3[^>]*>Paid<\/h3>/,
  );
});

it('Arabic is drawn from right to left, in Arabic', async () => {
  const html = await drawn(tagOf(name, { ...place, locale: 'ar-EG', snapshot: refunded }));
  expect(html).toContain('<div lang="ar" dir="rtl">');
});

it('the secret is on the tag, where the page put it, and nowhere else', async () => {
  const key = { endpoint: '/api/checkout', intent: 'pi_1', 'client-secret': 'secret-of-pi_1' };
  const html = await drawn(tagOf(name, { ...place, ...key, snapshot: refunded }));
  expect(html.split('secret-of-pi_1')).toHaveLength(2);
});

it.each([
  ['is not there', {}],
  ['is not JSON', { snapshot: '{"id":' }],
  ['breaks the contract', { snapshot: { ...refunded, amount: { value: 4999, currency: 'EUR' } } }],
  ['is of another payment', { snapshot: refunded, intent: 'pi_2' }],
])('a snapshot that %s has nothing shown', async (_, attributes) => {
  expect(await textOf(tagOf(name, { ...place, ...attributes }))).toEqual([]);
});

it('and the console says where it breaks the contract, never what stands there', async () => {
  await drawn(tagOf(name, { ...place, snapshot: { ...refunded, merchant: { name: 4242 } } }));
  const warned = warn.mock.calls.flat();
  expect(warned).toContain('<florin-payment-status> leaves out snapshot: /merchant/name expected_string.');
});
