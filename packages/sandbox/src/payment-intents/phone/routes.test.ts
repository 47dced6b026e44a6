import { describe, expect, it } from 'vitest';
import { dataOf, openSandbox } from '../../sandbox.fixture.js';

async function showQr() {
  const sandbox = openSandbox();
  const intent = await sandbox.createIntent();
  const { next_action } = await dataOf(await sandbox.payWithQr(intent));
  return { ...sandbox, intent, path: new URL(next_action.content as string).pathname };
}

describe('a QR that is scanned', () => {
  it('shows what is asked', async () => {
    const { send, path } = await showQr();
    const page = await (await send(path)).text();
    for (const text of ['Approve', 'Refuse', '€49.99']) expect(page).toContain(text);
  });

  it('finds the codes that wait, and only those', async () => {
    const { send, form, path } = await showQr();
    expect(await (await send('/phone')).text()).toContain(`href="${path}"`);
    await form(path, { decision: 'approve' });
    expect(await (await send('/phone')).text()).toContain('Nothing is waiting');
  });

  it('approves', async () => {
    const { form, path, read, intent } = await showQr();
    expect((await form(path, { decision: 'approve' })).status).toBe(200);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
    expect((await form(path, { decision: 'refuse' })).status).toBe(410);
  });

  it('refuses', async () => {
    const { form, path, read, intent } = await showQr();
    await form(path, { decision: 'refuse' });
    expect((await read(intent)).active_attempt.failure.code.value).toBe('CUSTOMER_CANCELLED');
  });

  it('says when it is too late, and for a token it does not know', async () => {
    const { send, form, path, clock } = await showQr();
    await clock.advance(5 * 60_000);
    expect((await send(path)).status).toBe(410);
    expect((await form(path, { decision: 'approve' })).status).toBe(410);
    expect((await send('/phone/nothing')).status).toBe(404);
  });
});

describe('everything that waits for the phone', () => {
  const momo = { method_code: 'momo_mtn', country: 'BJ', phone: { number: '97000000', country: 'BJ' } };

  async function listed(attempt: object) {
    const sandbox = openSandbox({ merchant: 'Atelier <Nord>' });
    const intent = await sandbox.createIntent();
    await sandbox.payWith(intent, attempt);
    const list = await (await sandbox.send('/phone')).text();
    return { ...sandbox, intent, list, path: /href="(\/phone\/\w+)"/.exec(list)?.[1] ?? '' };
  }

  it.each([
    ['QR code', { method_code: 'wallet_qr' }],
    ['Approval', { method_code: 'bank_app' }],
    ['Approval', momo],
    ['To be paid', { method_code: 'bank_transfer' }],
    ['To be paid', { method_code: 'voucher' }],
  ])('%s: %j', async (kind, attempt) => {
    const { list, path, form, read, intent } = await listed(attempt);
    expect(list).toContain(`>${kind} · <bdi>Atelier &lt;Nord&gt;</bdi> · <bdi>€49.99</bdi>`);
    expect((await form(path, { decision: 'approve' })).status).toBe(200);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('can be narrowed down to one payment', async () => {
    const { createIntent, payWith, send, intent, path } = await listed({ method_code: 'bank_app' });
    await payWith(await createIntent(), { method_code: 'bank_app' });
    expect((await (await send('/phone')).text()).match(/href="\/phone/g)).toHaveLength(2);
    const narrowed = await (await send(`/phone?payment=${intent}`)).text();
    expect(narrowed.match(/href="[^"]*"/g)).toEqual([`href="${path}"`]);
  });

  it('a one-time code can be read there', async () => {
    const phone = { number: '0700000012', country: 'CI' };
    const { list } = await listed({ method_code: 'orange_money', country: 'CI', phone });
    expect(list).toContain('One-time code <bdi>123456</bdi>');
  });

  it('is nothing that a page asks', async () => {
    expect((await listed({ method_code: 'bank_page' })).list).toContain('Nothing is waiting');
  });

  it('a transfer is paid, or left', async () => {
    const { send, path } = await listed({ method_code: 'bank_transfer' });
    const page = await (await send(path)).text();
    expect(page).toContain('>Pay</button>');
    expect(page).not.toContain('Refuse');
  });

  it('takes no other answer', async () => {
    const { form, path, read, intent } = await listed({ method_code: 'bank_app' });
    expect((await form(path, { decision: 'maybe' })).status).toBe(400);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'action_required' } });
  });

  it.each([
    ['fr', 'Approbation'],
    ['ar', 'dir="rtl"'],
  ])('speaks %s', async (language, text) => {
    const { send } = await listed({ method_code: 'bank_app' });
    expect(await (await send('/phone', { headers: { 'Accept-Language': language } })).text()).toContain(text);
  });
});
