import { describe, expect, it, vi } from 'vitest';
import type { Asks } from '../asks.js';
import { cardAttempt, dataOf, openSandbox } from '../sandbox.fixture.js';
import type { Scenario } from '../scenario.js';

const CARD = '4242424242424242';
const SHOP = 'http://shop.test/api/checkout/three-ds/nonce-1';

/** A card that is asked as the scenario says, and the ways its customer has to answer. */
async function start(scenario: Scenario) {
  const sandbox = openSandbox();
  const { form, read, act, send } = sandbox;
  const intent = await sandbox.createIntent(scenario);
  const { next_action: action } = await dataOf(await sandbox.payWith(intent, cardAttempt(CARD)));

  const answer = async (decision: string): Promise<Response> => {
    switch (action.type) {
      case 'complete_with_sdk':
        if (action.provider === 'three_ds')
          return form('/acs/challenge/answer', { ...action.parameters.params, decision });
        return act(intent, 'confirm', {
          confirmation_data: { session: action.parameters.session, approved: decision === 'confirm' },
        });
      case 'redirect_to_url':
      case 'embed_iframe':
        return form(action.params ? `/bank/${action.params.token}` : new URL(action.url).pathname, { decision });
      case 'scan_qr_code':
        return form(new URL(action.content).pathname, { decision: decision === 'confirm' ? 'approve' : 'refuse' });
      case 'collect_otp':
        return act(intent, 'confirm', { otp: '123456' });
      default: {
        const path = /href="(\/phone\/\w+)"/.exec(await (await send('/phone')).text())?.[1] ?? '/phone/nothing';
        return form(path, { decision: decision === 'confirm' ? 'approve' : 'refuse' });
      }
    }
  };
  const ending = async () => {
    const { active_attempt } = await read(intent);
    return active_attempt.failure ? active_attempt.failure.code.value : active_attempt.status;
  };
  return { ...sandbox, intent, action, answer, ending };
}

const elsewhere: Asks[] = ['redirect', 'redirect_form', 'popup', 'iframe', 'qr', 'approval', 'instructions', 'voucher'];

describe('when nobody goes wrong', () => {
  const refusable = ['challenge', 'challenge_v1', 'challenge_named', 'sdk', ...elsewhere.slice(0, 6)] as Asks[];
  it.each([...refusable, 'otp', 'instructions', 'voucher'] as Asks[])('%s is paid', async (asks) => {
    const { answer, ending } = await start({ asks });
    await answer('confirm');
    expect(await ending()).toBe('completed');
  });

  it.each(refusable)('%s is refused', async (asks) => {
    const { answer, ending } = await start({ asks });
    await answer('refuse');
    expect(await ending()).toBe('AUTHENTICATION_FAILED');
  });

  it.each([...refusable, 'otp', 'instructions'] as Asks[])('%s expires', async (asks) => {
    const { clock, ending } = await start({ asks, expiresIn: 4_000 });
    await clock.advance(3_999);
    expect(await ending()).toBe('action_required');
    await clock.advance(1);
    expect(await ending()).toBe('PAYMENT_EXPIRED');
  });
});

describe('never answers', () => {
  it.each(['challenge', 'sdk', ...elsewhere] as Asks[])('%s: it expires, whatever is pressed', async (asks) => {
    const { answer, clock, ending } = await start({ asks, behaves: 'never_answers', expiresIn: 4_000 });
    await answer('confirm');
    expect(await ending()).toBe('action_required');
    await clock.advance(4_000);
    expect(await ending()).toBe('PAYMENT_EXPIRED');
  });

  it('an issuer’s page has nothing to press', async () => {
    const { form, action } = await start({ asks: 'challenge', behaves: 'never_answers' });
    expect(await (await form('/acs/challenge', action.parameters.params)).text()).not.toMatch(/<button|<script/);
  });

  it('an approval does not come to the phone', async () => {
    const { send } = await start({ asks: 'approval', behaves: 'never_answers' });
    expect(await (await send('/phone')).text()).toContain('Nothing is waiting');
  });
});

describe('answers late', () => {
  const led: [Asks, number][] = ['challenge', 'redirect', 'redirect_form', 'popup', 'iframe'].map((asks) => [
    asks as Asks,
    200,
  ]);
  const told: [Asks, number][] = ['qr', 'approval', 'instructions', 'voucher'].map((asks) => [asks as Asks, 410]);

  it.each([...led, ...told])('%s: it has expired by then, and the page answers %s', async (asks, status) => {
    const { answer, clock, ending } = await start({ asks, behaves: 'answers_late', expiresIn: 4_000 });
    const before = clock.pending;
    const answered = answer('confirm');
    await vi.waitFor(() => expect(clock.pending).toBe(before + 1));
    await clock.advance(4_500);
    expect((await answered).status).toBe(status);
    expect(await ending()).toBe('PAYMENT_EXPIRED');
  });
});

describe('reports that prove nothing', () => {
  it('from a wrong origin: with the right nonce, and nothing is settled', async () => {
    const { answer, ending } = await start({ asks: 'challenge', behaves: 'wrong_origin' });
    const page = await (await answer('confirm')).text();
    expect(page).toContain(`parent.postMessage({ type: 'florin:three-ds'`);
    expect(page).toContain('name="nonce" value="nonce-1"');
    expect(page).not.toContain(SHOP);
    expect(await ending()).toBe('action_required');
  });

  it('with a wrong nonce: to the shop’s page, and nothing is settled', async () => {
    const { answer, ending } = await start({ asks: 'challenge', behaves: 'wrong_nonce' });
    const page = await (await answer('confirm')).text();
    expect(page).toMatch(/action="http:\/\/shop\.test\/api\/checkout\/three-ds\/\w{32}"/);
    expect(await ending()).toBe('action_required');
  });

  it('twice: the same, settled once', async () => {
    const { answer, ending } = await start({ asks: 'challenge', behaves: 'answers_twice' });
    const response = await answer('confirm');
    const page = await response.text();
    expect(page).toContain(`action="${SHOP}"`);
    expect(page).toContain(`fetch(form.action, { method: 'POST', mode: 'no-cors', body })`);
    expect(response.headers.get('Content-Security-Policy')).toContain('connect-src http://shop.test;');
    expect(await ending()).toBe('completed');
  });
});

describe('refuses', () => {
  it.each(['challenge', 'otp', 'sdk', ...elsewhere] as Asks[])('%s, whatever the customer says', async (asks) => {
    const { answer, ending } = await start({ asks, behaves: 'refuses' });
    await answer('confirm');
    expect(await ending()).toBe('AUTHENTICATION_FAILED');
  });

  it.each([
    [{ method_code: 'bank_page' }, undefined, 'GENERIC_DECLINE'],
    [{ method_code: 'bank_page' }, 'INSUFFICIENT_BALANCE', 'INSUFFICIENT_BALANCE'],
    [
      { method_code: 'momo_mtn', country: 'BJ', phone: { number: '97000000', country: 'BJ' } },
      undefined,
      'OPERATOR_FAILED',
    ],
  ])('without a card: %j %s', async (attempt, code, expected) => {
    const { createIntent, payWith, read, form, send } = openSandbox();
    const scenario: Scenario = { behaves: 'refuses', ...(code !== undefined && { asks: 'redirect', code }) };
    const intent = await createIntent(scenario);
    const { next_action } = await dataOf(await payWith(intent, attempt));
    const listed = /href="(\/phone\/\w+)"/.exec(await (await send('/phone')).text())?.[1];
    const [path, decision] = listed ? [listed, 'approve'] : [new URL(next_action.url).pathname, 'confirm'];
    await form(path, { decision });
    expect((await read(intent)).active_attempt.failure.code.value).toBe(expected);
  });
});

describe('after the customer’s answer', () => {
  it('comes what the scenario says', async () => {
    const { answer, ending } = await start({ asks: 'redirect', code: 'INSUFFICIENT_BALANCE' });
    expect(await ending()).toBe('action_required');
    await answer('confirm');
    expect(await ending()).toBe('INSUFFICIENT_BALANCE');
  });

  it('comes it as late as the scenario says', async () => {
    const { answer, clock, ending, act, intent } = await start({ asks: 'qr', after: 2_000 });
    await answer('confirm');
    expect(await ending()).toBe('processing');
    expect((await act(intent, 'cancel')).status).toBe(409);
    await clock.advance(2_000);
    expect(await ending()).toBe('completed');
  });

  it.each([
    [undefined, 3_000],
    [1_000, 1_000],
  ])('slow after a right code: after %s', async (after, wait) => {
    const { answer, clock, ending } = await start({
      asks: 'otp',
      behaves: 'slow_after_code',
      ...(after !== undefined && { after }),
    });
    await answer('confirm');
    await clock.advance(wait - 1);
    expect(await ending()).toBe('processing');
    await clock.advance(1);
    expect(await ending()).toBe('completed');
  });
});

describe('a code or a push', () => {
  it.each(['otp', 'approval'] as Asks[])('%s is sent again when the scenario says so', async (asks) => {
    const { act, intent, clock, ending, answer, action } = await start({ asks, resendIn: 2_000 });
    const early = await act(intent, 'resend');
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '2']);
    await clock.advance(2_000);
    const { next_action } = await dataOf(await act(intent, 'resend'));
    expect(Date.parse(next_action.resend_at) - Date.parse(action.resend_at)).toBe(2_000);
    expect(next_action.expires_at).toBe(action.expires_at);
    // What was sent before stays good.
    await answer('confirm');
    expect(await ending()).toBe('completed');
  });

  it.each(['redirect', 'qr', 'instructions'] as Asks[])('%s is not sent again', async (asks) => {
    const { act, intent } = await start({ asks });
    expect((await act(intent, 'resend')).status).toBe(409);
  });
});
