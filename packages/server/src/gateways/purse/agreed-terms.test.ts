import { describe, expect, it } from 'vitest';
import { at, financed, native, openPurse, payment, plan } from './purse.fixture.js';
import { json } from './scripted-provider.fixture.js';

const mismatch = { outcome: 'unknown', code: 'plan_mismatch' };
const agreed = { count: 4, deferred_days: 0, deferred_months: 0 };
const split = (installments: unknown) => native({ split: [{ amount: 12_000, installments }] });
const attempt = { ...at.attempt, plan };

describe('a plan that was agreed to', () => {
  it.each([
    ['another number of payments', split({ ...agreed, count: 2 })],
    ['another number by its other name', split({ installments_count: 2 })],
    ['a later first payment', split({ ...agreed, deferred_days: 15 })],
    ['a first payment in a month', split({ deferred_months: 1 })],
    ['another number beside the split', native({ installments: { count: 2 } })],
  ])('is not told as paid where the answer has %s', async (_, answer) => {
    await expect(openPurse({ pay: json(answer, 201) }).gateway.start(financed)).rejects.toMatchObject(mismatch);
    const { gateway } = openPurse({ read: json(answer), list: json({ payments: [answer] }) });
    await expect(gateway.read({ payment, attempt })).rejects.toMatchObject(mismatch);
    await expect(gateway.read({ payment, attempt: { ...attempt, providerId: null } })).rejects.toMatchObject(mismatch);
  });

  it('that an earlier call has sent, and that came back as another, is no call that was not sent', async () => {
    const { gateway, sent } = openPurse({ list: json({ payments: [split({ ...agreed, count: 2 })] }) });
    await expect(gateway.start(financed)).rejects.toMatchObject(mismatch);
    expect(sent('pay')).toHaveLength(0);
  });

  it.each([
    ['the same terms', split(agreed)],
    ['the count alone', split({ count: 4 })],
    ['nothing of it', native()],
    ['terms that are left open', split({ count: '4', deferred_days: null })],
    ['no terms', split(null)],
  ])('is told where the answer has %s', async (_, answer) => {
    const { gateway } = openPurse({ pay: json(answer, 201), read: json(answer) });
    expect((await gateway.start(financed)).status).toBe('completed');
    expect((await gateway.read({ payment, attempt })).status).toBe('completed');
  });

  it('and came back as another is told as failed once it has', async () => {
    const failed = { ...split({ count: 2 }), state: 'ERROR', psp: { status: 'scored_no' } };
    const { gateway } = openPurse({ pay: json(failed, 201) });
    expect((await gateway.start(financed)).attempt?.status).toBe('failed');
  });
});
