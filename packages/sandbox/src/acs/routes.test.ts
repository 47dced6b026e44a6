import { describe, expect, it } from 'vitest';
import { dataOf, openSandbox } from '../sandbox.fixture.js';

async function startChallenge() {
  const sandbox = openSandbox({ merchant: 'Atelier <Nord>' });
  const intent = await sandbox.createIntent();
  const { next_action } = await dataOf(await sandbox.pay(intent, '4000000000003220'));
  const { url, params } = next_action.parameters as { url: string; params: { creq: string } };
  return { ...sandbox, intent, url, creq: params.creq };
}

const decode = (message: string) => JSON.parse(Buffer.from(message, 'base64url').toString()) as Record<string, string>;
const cresIn = (page: string) => decode(/name="cres" value="([\w-]+)"/.exec(page)?.[1] ?? '');

describe('the issuer’s challenge page', () => {
  it('is asked for with a creq in base64url without padding', async () => {
    const { url, creq } = await startChallenge();
    expect(url).toBe('http://sandbox.test/acs/challenge');
    expect(creq).toMatch(/^[\w-]+$/);
    expect(decode(creq)).toMatchObject({ messageType: 'CReq', messageVersion: '2.2.0', challengeWindowSize: '02' });
  });

  it('shows merchant, amount and masked card, under a strict policy', async () => {
    const { form, creq } = await startChallenge();
    const response = await form('/acs/challenge', { creq });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; style-src 'nonce-\w+'/);
    for (const text of ['Atelier &lt;Nord&gt;', '€49.99', 'Visa •••• 3220', 'Confirm', 'Refuse'])
      expect(page).toContain(text);
    expect(page).not.toContain('4000000000003220');
  });

  it.each([
    ['fr-CH, en;q=0.5', 'lang="fr" dir="ltr"', 'Confirmer'],
    ['de, ar;q=0.8, en;q=0.5', 'lang="ar" dir="rtl"', 'تأكيد'],
    ['de', 'lang="en" dir="ltr"', 'Confirm'],
  ])('speaks %s', async (language, attributes, button) => {
    const { form, creq } = await startChallenge();
    const page = await (await form('/acs/challenge', { creq }, { 'Accept-Language': language })).text();
    expect(page).toContain(attributes);
    expect(page).toContain(button);
  });

  it.each([
    ['confirm', 'Y', 'completed'],
    ['refuse', 'N', 'failed'],
  ])('settles a payment on %s before the browser goes back', async (decision, transStatus, status) => {
    const { form, creq, read, intent } = await startChallenge();
    const response = await form('/acs/challenge/answer', { creq, decision, threeDSSessionData: 'c2Vzc2lvbg' });
    const page = await response.text();
    expect((await read(intent)).active_attempt).toMatchObject({ status });
    expect(cresIn(page)).toMatchObject({ messageType: 'CRes', transStatus });
    expect(page).toContain('action="http://shop.test/api/checkout/three-ds/nonce-1"');
    expect(page).toContain('name="threeDSSessionData" value="c2Vzc2lvbg"');
    expect(response.headers.get('Content-Security-Policy')).toContain(`form-action 'self' http://shop.test;`);
  });

  it('settles once when it is answered twice', async () => {
    const { form, creq, read, intent } = await startChallenge();
    await form('/acs/challenge/answer', { creq, decision: 'confirm' });
    const again = await form('/acs/challenge/answer', { creq, decision: 'refuse' });
    expect(cresIn(await again.text())).toMatchObject({ transStatus: 'Y' });
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('leads back at once when the challenge is over', async () => {
    const { form, creq, clock, read, intent } = await startChallenge();
    await clock.advance(10 * 60_000);
    expect((await read(intent)).active_attempt.failure.code.value).toBe('PAYMENT_EXPIRED');
    expect(cresIn(await (await form('/acs/challenge', { creq })).text())).toMatchObject({ transStatus: 'N' });
  });

  it.each(['', '!!!', 'bm90IGpzb24', 'bnVsbA', Buffer.from('{"messageType":"CReq"}').toString('base64url')])(
    'answers the bad creq "%s" with a page',
    async (creq) => {
      const { form } = openSandbox();
      for (const path of ['/acs/challenge', '/acs/challenge/answer']) {
        const response = await form(path, { creq, decision: 'confirm' });
        expect(response.status).toBe(400);
        expect(await response.text()).toContain('cannot be read');
      }
    },
  );

  it.each([
    ['challenge_v1', 'PaReq', 'PaRes', 'MD', 'TermUrl'],
    ['challenge_named', 'auth_request', 'auth_response', 'auth_reference', 'auth_return'],
  ] as const)('%s has names of its own, and is answered in them', async (asks, request, response, echo, back) => {
    const { createIntent, pay, form, read } = openSandbox();
    const intent = await createIntent({ asks });
    const { params } = (await dataOf(await pay(intent, '4242424242424242'))).next_action.parameters;
    expect(Object.keys(params)).toEqual([request, echo, back]);
    const page = await (await form('/acs/challenge', params)).text();
    for (const name of [request, echo, back]) expect(page).toContain(`name="${name}" value="${params[name]}"`);
    const answered = await (await form('/acs/challenge/answer', { ...params, decision: 'confirm' })).text();
    expect(answered).toContain(`name="${response}"`);
    expect(answered).toContain(`name="${echo}" value="${params[echo]}"`);
    expect(answered).not.toContain('name="cres"');
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it.each([{ TermUrl: 'http://other.test/' }, { TermUrl: undefined }, { MD: undefined }])(
    'reads no request whose fields were not posted as they were given: %j',
    async (change) => {
      const { createIntent, pay, form } = openSandbox();
      const { params } = (await dataOf(await pay(await createIntent({ asks: 'challenge_v1' }), '4242424242424242')))
        .next_action.parameters;
      const posted = Object.entries({ ...params, ...change }).filter(([, value]) => value !== undefined);
      expect((await form('/acs/challenge', Object.fromEntries(posted) as Record<string, string>)).status).toBe(400);
    },
  );

  it('answers a form that cannot be read with a page', async () => {
    const { send } = openSandbox();
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const response = await send('/acs/challenge', { method: 'POST', headers, body: 'not a form' });
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toContain('text/html');
  });
});
