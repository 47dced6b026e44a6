import { describe, expect, it, vi } from 'vitest';
import { dataOf, openSandbox } from '../sandbox.fixture.js';
import type { Scenario } from '../scenario.js';

const CARD = '4242424242424242';
const decode = (message: string) => JSON.parse(Buffer.from(message, 'base64url').toString()) as Record<string, string>;

async function askForMethod(scenario: Scenario = {}) {
  const sandbox = openSandbox();
  const intent = await sandbox.createIntent({ asks: 'three_ds_method', ...scenario });
  const { next_action } = await dataOf(await sandbox.pay(intent, CARD));
  const { params } = next_action.parameters as { params: { threeDSMethodData: string } };
  const visit = () => sandbox.form('/acs/method', params);
  const confirm = (three_ds_method: unknown) =>
    sandbox.act(intent, 'confirm', { confirmation_data: { three_ds_method } });
  return { ...sandbox, intent, action: next_action, params, visit, confirm };
}

describe('the issuer’s 3-D Secure method', () => {
  it('is asked for with its data in base64url without padding', async () => {
    const { action, params } = await askForMethod();
    expect(action).toMatchObject({
      type: 'complete_with_sdk',
      provider: 'three_ds',
      parameters: { step: 'method', url: 'http://sandbox.test/acs/method', timeout_ms: 10_000 },
    });
    expect(params.threeDSMethodData).toMatch(/^[\w-]+$/);
    expect(decode(params.threeDSMethodData)).toEqual({
      threeDSServerTransID: action.parameters.server_trans_id,
      threeDSMethodNotificationURL: 'http://shop.test/api/checkout/three-ds/nonce-1',
    });
  });

  it('posts its end to the notification URL', async () => {
    const { visit, action } = await askForMethod();
    const response = await visit();
    const page = await response.text();
    expect(page).toContain('action="http://shop.test/api/checkout/three-ds/nonce-1"');
    expect(decode(/name="threeDSMethodData" value="([\w-]+)"/.exec(page)?.[1] ?? '')).toEqual({
      threeDSServerTransID: action.parameters.server_trans_id,
    });
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /form-action 'self' http:\/\/shop\.test;.*frame-ancestors \*/,
    );
  });

  it('decides nothing: the browser’s word of it does, whatever it is', async () => {
    for (const completion of ['Y', 'N', 'U']) {
      const { visit, confirm, read, intent, send } = await askForMethod();
      await visit();
      expect(await read(intent)).toMatchObject({ active_attempt: { status: 'action_required' } });
      expect(await dataOf(await confirm(completion))).toMatchObject({ status: 'completed' });
      expect(await (await send('/control/payments')).json()).toMatchObject({
        payments: [{ attempts: [{ three_ds_method: completion }] }],
      });
    }
  });

  it.each([undefined, 'yes', true])('is not over on %j', async (completion) => {
    const { confirm, read, intent } = await askForMethod();
    expect((await confirm(completion)).status).toBe(422);
    expect(await read(intent)).toMatchObject({ active_attempt: { status: 'action_required' } });
  });

  it.each(['', '!!!', 'bnVsbA', Buffer.from('{}').toString('base64url')])(
    'answers the bad data "%s" with a page',
    async (threeDSMethodData) => {
      const response = await openSandbox().form('/acs/method', { threeDSMethodData });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('cannot be read');
    },
  );

  it('goes to no other address than the one it was told beforehand', async () => {
    const { form, params } = await askForMethod();
    const data = { ...decode(params.threeDSMethodData), threeDSMethodNotificationURL: 'http://other.test/' };
    const threeDSMethodData = Buffer.from(JSON.stringify(data)).toString('base64url');
    expect((await form('/acs/method', { threeDSMethodData })).status).toBe(400);
  });

  it('comes before a challenge of the same authentication', async () => {
    const { action, confirm } = await askForMethod({ asks: 'method_and_challenge' });
    const { next_action } = await dataOf(await confirm('Y'));
    expect(next_action).toMatchObject({ provider: 'three_ds', parameters: { step: 'challenge' } });
    expect(decode(next_action.parameters.params.creq)['threeDSServerTransID']).toBe(action.parameters.server_trans_id);
  });

  it('comes before a question in the bank’s app, where it is decoupled', async () => {
    const { confirm, send, form, read, intent } = await askForMethod({ asks: 'decoupled' });
    const { next_action } = await dataOf(await confirm('Y'));
    expect(next_action).toMatchObject({ type: 'approve_on_phone', app_name: 'Sandbank' });
    expect(next_action).not.toHaveProperty('resend_at');
    const path = /href="(\/phone\/\w+)"/.exec(await (await send('/phone')).text())?.[1] ?? '';
    await form(path, { decision: 'refuse' });
    expect((await read(intent)).active_attempt.failure.code.value).toBe('AUTHENTICATION_FAILED');
  });
});

describe('a method that goes wrong', () => {
  it('never answers: its page stays, and the payment goes on when the browser says so', async () => {
    const { visit, confirm, action } = await askForMethod({ behaves: 'never_answers', expiresIn: 3_000 });
    expect(action.parameters.timeout_ms).toBe(3_000);
    const page = await (await visit()).text();
    expect(page).not.toMatch(/<form|<script/);
    expect(await dataOf(await confirm('N'))).toMatchObject({ status: 'completed' });
  });

  it('answers late: after the time it was given', async () => {
    const { visit, clock } = await askForMethod({ behaves: 'answers_late', expiresIn: 3_000 });
    const before = clock.pending;
    let page = '';
    void visit().then(async (response) => (page = await response.text()));
    await vi.waitFor(() => expect(clock.pending).toBe(before + 1));
    await clock.advance(3_000);
    expect(page).toBe('');
    await clock.advance(500);
    await vi.waitFor(() => expect(page).toContain('/three-ds/nonce-1'));
  });

  it('has its challenge go right', async () => {
    const { confirm, form, read, intent } = await askForMethod({
      asks: 'method_and_challenge',
      behaves: 'never_answers',
      expiresIn: 3_000,
    });
    const { next_action } = await dataOf(await confirm('N'));
    expect(Date.parse(next_action.parameters.expires_at) - Date.parse('2026-01-15T10:00:00Z')).toBe(10 * 60_000);
    await form('/acs/challenge/answer', { ...next_action.parameters.params, decision: 'confirm' });
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('is refused by the issuer', async () => {
    const { confirm } = await askForMethod({ behaves: 'refuses' });
    expect((await dataOf(await confirm('Y'))).failure.code.value).toBe('AUTHENTICATION_FAILED');
  });

  it('is not waited for longer than ten minutes', async () => {
    const { clock, read, intent } = await askForMethod();
    await clock.advance(10 * 60_000);
    expect((await read(intent)).active_attempt.failure.code.value).toBe('PAYMENT_EXPIRED');
  });
});
