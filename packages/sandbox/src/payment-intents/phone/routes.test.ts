import { describe, expect, it } from 'vitest';
import { dataOf, openSandbox } from '../../sandbox.fixture.js';

async function showQr() {
  const sandbox = openSandbox();
  const intent = await sandbox.createIntent();
  const { next_action } = await dataOf(await sandbox.payWithQr(intent));
  return { ...sandbox, intent, path: new URL(next_action.content as string).pathname };
}

describe('the phone that scans a QR', () => {
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
