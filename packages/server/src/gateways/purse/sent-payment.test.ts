import { describe, expect, it } from 'vitest';
import { attemptId, native, openPurse, payment, start } from './purse.fixture.js';
import { json } from './scripted-provider.fixture.js';

const unheard = { payment, attempt: { id: attemptId(), providerId: null } };
const declined = { state: 'ERROR', psp: { status: 'card_declined' } };
const earlier = native({ id: 'pay_0', order_reference: `1024-${attemptId('earlier')}`, ...declined });
const elsewhere = native({ id: 'pay_9', order_reference: `77-${attemptId('9')}`, client_session_id: 'ses_9' });
const listOf = (...payments: object[]) => json({ payments });

/** What a look and a start say of such a list, and how many payments are made. */
async function askedOf(list: Response) {
  const { gateway, sent } = openPurse({ list });
  const answers = [gateway.read(unheard), gateway.start(start)].map((answer) =>
    answer.catch((error: unknown) => error),
  );
  const [read, started] = await Promise.all(answers);
  return { read, started, payments: sent('pay').length };
}

/** It is not said that the payment never came, and none is made. */
const doubt = (code: string) => ({
  read: { outcome: 'unknown', code },
  started: { outcome: 'not_sent', code },
  payments: 0,
});

describe('the payments of a session', () => {
  it('of other attempts are not ours', async () => {
    const { gateway, sent } = openPurse({ list: listOf(earlier), pay: json(native({ id: 'pay_2' }), 201) });
    expect(await gateway.read(unheard)).toEqual({ attempt: null });
    expect((await gateway.start(start)).attempt?.id).toBe('pay_2');
    expect(sent('pay')).toHaveLength(1);
  });

  it('may leave out which session it is, where the order is ours', async () => {
    const unsaid = { ...earlier, client_session_id: undefined };
    expect(await openPurse({ list: listOf(unsaid) }).gateway.read(unheard)).toEqual({ attempt: null });
  });

  it('are told by the paid one of two of one attempt', async () => {
    const failed = native({ id: 'pay_2', ...declined });
    const { gateway } = openPurse({ list: listOf(native(), failed) });
    expect((await gateway.start(start)).attempt).toMatchObject({ id: 'pay_1', status: 'completed' });
  });
});

describe('a list that may not be of the session', () => {
  it.each<[string, object]>([
    ['of another session', elsewhere],
    ['that failed in another session', { ...elsewhere, ...declined }],
    ['of another order, in no session', { ...elsewhere, client_session_id: undefined }],
    ['of another order that begins like ours', { ...elsewhere, client_session_id: null, order_reference: '10245-pa' }],
  ])('with a payment %s says nothing of ours', async (_, stranger) => {
    expect(await askedOf(listOf(stranger))).toMatchObject(doubt('filter_ignored'));
    expect(await askedOf(listOf(earlier, stranger))).toMatchObject(doubt('filter_ignored'));
    const { gateway } = openPurse({ list: listOf(stranger, native()) });
    expect((await gateway.read(unheard)).attempt?.id).toBe('pay_1');
  });
});

describe('a list that goes on', () => {
  it.each([
    { has_more: true },
    { next: 'https://purse.example/payments?page=2' },
    { next_cursor: 'abc' },
    { links: { next: { href: '/payments?page=2' } } },
    { links: [{ rel: 'self' }, { rel: 'next', href: '/payments?page=2' }] },
    { total: 2 },
    { total_count: '2' },
    { meta: { total_pages: 2 } },
    { page: { size: 1 } },
    { limit: 1 },
    { last: false },
  ])('(%j) says nothing of what stands further on', async (more) => {
    expect(await askedOf(json({ payments: [earlier], ...more }))).toMatchObject(doubt('list_incomplete'));
    const { gateway } = openPurse({ list: json({ payments: [native()], ...more }) });
    expect((await gateway.read(unheard)).attempt?.id).toBe('pay_1');
  });

  it.each([
    { has_more: false, next: null, next_cursor: '' },
    { links: { self: { href: '/payments' }, next: {} } },
    { total: 1, count: 1, page: 1, total_pages: 1, page_size: 20, last: true, is_last: true },
  ])('(%j) is whole', async (whole) => {
    const { gateway } = openPurse({ list: json({ payments: [earlier], ...whole }) });
    expect(await gateway.read(unheard)).toEqual({ attempt: null });
  });
});

describe('a payment that names no attempt', () => {
  const ours = `1024-${attemptId()}`;

  it.each([
    ['the order’s own reference', '1024'],
    ['a reference cut short', ours.slice(0, -1)],
    ['a reference that was put in capitals', ours.toUpperCase()],
    ['a reference with more behind it', `${ours}-1`],
    ['an order’s reference that looks like an attempt', '1024-pa_7'],
  ])('but %s stops everything', async (_, order_reference) => {
    expect(await askedOf(listOf(native({ id: 'pay_7', order_reference })))).toMatchObject(
      doubt('payment_unattributed'),
    );
  });

  it('stops nothing once it has failed', async () => {
    const failed = native({ id: 'pay_7', order_reference: '1024', ...declined });
    expect((await openPurse({ list: listOf(failed) }).gateway.start(start)).attempt?.status).toBe('completed');
  });

  it('stops everything where it may have been paid before it failed', async () => {
    const psp = { status: 'validation_error_payment_already_captured' };
    const failed = native({ id: 'pay_7', order_reference: '1024', state: 'ERROR', code: 'FAILED', psp });
    expect(await askedOf(listOf(failed))).toMatchObject(doubt('payment_unattributed'));
  });
});

it('is found whatever the order’s own reference looks like', async () => {
  const reference = `A-pa_B-${attemptId('other')}`;
  const odd = { ...payment, order: { reference } };
  const found = native({ order_reference: `${reference}-${attemptId()}` });
  const { gateway } = openPurse({ list: listOf(found) });
  expect((await gateway.read({ ...unheard, payment: odd })).attempt?.id).toBe('pay_1');
});

it('in the split is found by the whole of its reference', async () => {
  const attemptIn = 'split_reference' as const;
  const split = (reference: string) => listOf(native({ order_reference: '1024', split: [{ reference }] }));
  const found = openPurse({ list: split(attemptId()) }, { attemptIn });
  expect((await found.gateway.read(unheard)).attempt?.id).toBe('pay_1');
  const cut = openPurse({ list: split(attemptId().slice(0, 20)) }, { attemptIn });
  await expect(cut.gateway.read(unheard)).rejects.toMatchObject({ code: 'payment_unattributed' });
});
