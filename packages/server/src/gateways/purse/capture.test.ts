import { describe, expect, it } from 'vitest';
import { at, native, openPurse, payment } from './purse.fixture.js';
import { json } from './scripted-provider.fixture.js';

const authorised = (captured = 0, captures: unknown = []) =>
  json(
    native({
      totals: { authorized: 12_000, captured, available_to_capture: 12_000 - captured },
      ...(captures !== undefined && { captures }),
    }),
  );
const capture = (value = 12_000) => ({ ...at, amount: { ...payment.amount, value } });
const ours = { reference: 'florin-k1', amount: 5_000 };
const other = { reference: 'florin-k0', amount: 5_000 };

describe('a capture', () => {
  it('takes what was authorised, and tells what the payment is then', async () => {
    const { gateway, sent } = openPurse({ read: [authorised(), authorised(12_000, [{ ...ours, amount: 12_000 }])] });
    expect(await gateway.capture?.(capture())).toMatchObject({ status: 'completed', attempt: { id: 'pay_1' } });
    expect(sent('capture').map(({ body }) => body)).toEqual([
      { amount: 12_000, currency: 'EUR', reference: 'florin-k1' },
    ]);
  });

  it('that has been made under this key is not made again', async () => {
    const { gateway, sent } = openPurse({ read: authorised(5_000, [ours]) });
    expect((await gateway.capture?.(capture(5_000)))?.attempt?.id).toBe('pay_1');
    expect(sent('capture')).toHaveLength(0);
  });

  it('of another part is made beside one that is told from it', async () => {
    const { gateway, sent } = openPurse({ read: authorised(5_000, [other]) });
    await gateway.capture?.(capture(7_000));
    expect(sent('capture')).toHaveLength(1);
  });

  it.each([[undefined], [[{ amount: 5_000 }]], [null]])(
    'that cannot be told from an earlier one (%o) is not made',
    async (captures) => {
      const { gateway, sent } = openPurse({ read: authorised(5_000, captures) });
      const unclear = { outcome: 'unknown', code: 'capture_unclear' };
      await expect(gateway.capture?.(capture(5_000))).rejects.toMatchObject(unclear);
      expect(sent('capture')).toHaveLength(0);
    },
  );

  it('of more than there is, or of other money, is refused', async () => {
    const { gateway, sent } = openPurse({ read: authorised(5_000, [other]) });
    await expect(gateway.capture?.(capture(7_001))).rejects.toMatchObject({ outcome: 'refused' });
    const dollars = { ...at, amount: { value: 1, currency: 'USD', exponent: 2 } };
    await expect(gateway.capture?.(dollars)).rejects.toMatchObject({ outcome: 'refused' });
    expect(sent('capture')).toHaveLength(0);
  });

  it('whose answer is lost stays unknown, and is found the next time', async () => {
    const { gateway, sent } = openPurse({
      read: [authorised(), authorised(12_000, [{ ...ours, amount: 12_000 }])],
      capture: json({}, 504),
    });
    await expect(gateway.capture?.(capture())).rejects.toMatchObject({ outcome: 'unknown' });
    expect((await gateway.capture?.(capture()))?.status).toBe('completed');
    expect(sent('capture')).toHaveLength(1);
  });

  it('that was made is not told as refused, whatever the look after it meets', async () => {
    for (const status of [403, 404, 429, 500]) {
      const { gateway, sent } = openPurse({ read: [authorised(), json({}, status)] });
      await expect(gateway.capture?.(capture())).rejects.toMatchObject({ outcome: 'unknown', code: `http_${status}` });
      expect(sent('capture')).toHaveLength(1);
    }
  });

  it('that may have been made and does not show yet is not made again', async () => {
    const lost = openPurse({ read: authorised(), capture: json({}, 503) });
    await expect(lost.gateway.capture?.(capture(5_000))).rejects.toMatchObject({
      outcome: 'unknown',
      code: 'http_503',
    });
    const unclear = { outcome: 'unknown', code: 'capture_unclear' };
    await expect(lost.gateway.capture?.(capture(5_000))).rejects.toMatchObject(unclear);
    // Another one is another one.
    await expect(lost.gateway.capture?.({ ...capture(5_000), idempotencyKey: 'k2' })).rejects.toMatchObject({
      code: 'http_503',
    });
    expect(lost.sent('capture').map(({ body }) => body.reference)).toEqual(['florin-k1', 'florin-k2']);
    const resumed = openPurse({ read: authorised() });
    const request = { ...capture(5_000), attempt: { ...at.attempt, uncertain: true } };
    await expect(resumed.gateway.capture?.(request)).rejects.toMatchObject(unclear);
    expect(resumed.sent('capture')).toHaveLength(0);
  });

  it('that certainly was not made may be made again', async () => {
    const { gateway, sent } = openPurse({
      read: authorised(),
      capture: [...Array<Response>(3).fill(json({}, 429)), json({})],
    });
    await expect(gateway.capture?.(capture())).rejects.toMatchObject({ outcome: 'not_sent' });
    expect((await gateway.capture?.(capture()))?.attempt?.id).toBe('pay_1');
    expect(sent('capture')).toHaveLength(4);
  });

  it.each([
    ['is of another amount', { amount: 4_999 }, 'unknown', 'capture_unclear'],
    ['is of another currency', { currency: 'USD' }, 'unknown', 'capture_unclear'],
    ['is under way', { status: 'PENDING' }, 'unknown', 'capture_unclear'],
    ['says what nobody lists', { status: 'SLEEPING' }, 'unknown', 'capture_unclear'],
    ['failed', { status: 'ERROR' }, 'refused', 'capture_failed'],
  ])('whose entry %s is not done, and not made again', async (_, fields, outcome, code) => {
    const { gateway, sent } = openPurse({ read: authorised(5_000, [{ ...ours, ...fields }]) });
    await expect(gateway.capture?.(capture(5_000))).rejects.toMatchObject({ outcome, code });
    expect(sent('capture')).toHaveLength(0);
    const after = openPurse({ read: [authorised(), authorised(5_000, [{ ...ours, ...fields }])] });
    await expect(after.gateway.capture?.(capture(5_000))).rejects.toMatchObject({ outcome, code });
  });

  it.each(['SUCCESS', 'captured', 'SUCCEEDED'])('whose entry says %s is done', async (status) => {
    const { gateway } = openPurse({ read: authorised(5_000, [{ ...ours, status }]) });
    expect((await gateway.capture?.(capture(5_000)))?.attempt?.id).toBe('pay_1');
  });

  it('of an attempt that Purse has not named is not made', async () => {
    const { gateway, calls } = openPurse();
    const nameless = { ...capture(), attempt: { ...at.attempt, providerId: null } };
    await expect(gateway.capture?.(nameless)).rejects.toMatchObject({ outcome: 'unknown', code: 'attempt_unknown' });
    expect(calls).toEqual([]);
  });
});
