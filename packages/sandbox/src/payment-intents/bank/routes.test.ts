import { describe, expect, it } from 'vitest';
import { dataOf, newIntent, openSandbox } from '../../sandbox.fixture.js';
import type { Scenario } from '../../scenario.js';

const BACK = 'http://shop.test/return/pi_1';

async function sendToBank(method_code = 'bank_page', scenario?: Scenario) {
  const sandbox = openSandbox({ merchant: 'Atelier <Nord>' });
  const intent = await sandbox.createIntent(scenario);
  const { next_action } = await dataOf(await sandbox.payWith(intent, { method_code }));
  const path = next_action.params ? `/bank/${next_action.params.token}` : new URL(next_action.url).pathname;
  const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';
  return { ...sandbox, intent, action: next_action, path, policyOf };
}

describe('the bank’s page', () => {
  it('shows merchant and amount, and three ways out', async () => {
    const { send, path, policyOf } = await sendToBank();
    const response = await send(path);
    const page = await response.text();
    for (const text of ['Atelier &lt;Nord&gt;', '€49.99', 'Confirm', 'Refuse', 'Leave without deciding'])
      expect(page).toContain(text);
    expect(policyOf(response)).toContain(`frame-ancestors 'none'`);
  });

  it.each([
    ['fr', 'Quitter sans décider'],
    ['ar', 'dir="rtl"'],
  ])('speaks %s', async (language, text) => {
    const { send, path } = await sendToBank();
    expect(await (await send(path, { headers: { 'Accept-Language': language } })).text()).toContain(text);
  });

  it('speaks the language that the merchant has said, whatever the browser says', async () => {
    const { createIntent, payWith, send } = openSandbox();
    const { next_action } = await dataOf(
      await payWith(await createIntent(undefined, 'fr'), { method_code: 'bank_page' }),
    );
    const headers = { 'Accept-Language': 'en' };
    expect(await (await send(new URL(next_action.url).pathname, { headers })).text()).toContain('Quitter sans décider');
  });

  it.each([
    ['confirm', 'completed'],
    ['refuse', 'failed'],
    ['leave', 'action_required'],
  ])('on %s leads back, with the payment settled before: %s', async (decision, status) => {
    const { form, path, read, intent } = await sendToBank();
    const page = await (await form(path, { decision })).text();
    expect(page).toContain(`<a href="${BACK}?payment=${intent}&amp;result=${decision}">`);
    expect(page).toContain('location.replace(document.links[0].href)');
    expect((await read(intent)).active_attempt.status).toBe(status);
  });

  it('can be come back to by whoever left', async () => {
    const { form, send, path, read, intent } = await sendToBank();
    await form(path, { decision: 'leave' });
    expect(await (await send(path)).text()).toContain('Confirm');
    await form(path, { decision: 'confirm' });
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('leads on whoever comes back when nothing is left to decide, and charges nobody twice', async () => {
    const { form, send, path, read, intent, deliveries, clock } = await sendToBank();
    await form(path, { decision: 'confirm' });
    await clock.advance(1_000);
    const sent = deliveries.length;
    expect(await (await send(path)).text()).toContain('location.replace');
    expect(await (await form(path, { decision: 'refuse' })).text()).toContain('location.replace');
    await clock.advance(1_000);
    expect(deliveries).toHaveLength(sent);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('is posted to, and posts back', async () => {
    const { form, action, path, intent, policyOf } = await sendToBank('bank_form');
    const asked = await (await form('/bank', action.params)).text();
    expect(asked).toContain(`action="${path}"`);
    const response = await form(path, { decision: 'confirm' });
    const page = await response.text();
    expect(page).toContain(`<form method="post" action="${BACK}">`);
    expect(page).toContain(`name="payment" value="${intent}"`);
    expect(policyOf(response)).toContain(`form-action 'self' http://shop.test;`);
  });

  it('in a frame stays there, and says so to the page around it', async () => {
    const { send, form, path, policyOf } = await sendToBank('bank_frame');
    expect(policyOf(await send(path))).toContain('frame-ancestors *');
    const page = await (await form(path, { decision: 'confirm' })).text();
    expect(page).toContain(`parent.postMessage({ type: 'sandbank:done' }, '*')`);
    expect(page).not.toContain(BACK);
  });

  it('has nowhere to lead to without an address', async () => {
    const { post, payWith, form, read } = openSandbox();
    const { return_url: _, ...body } = newIntent;
    const { id } = await dataOf(await post('/payment-intents/v1/payment/intents', body));
    const { next_action } = await dataOf(await payWith(id, { method_code: 'bank_popup' }));
    const page = await (await form(new URL(next_action.url).pathname, { decision: 'confirm' })).text();
    expect(page).toContain('You can close this page.');
    expect(page).not.toContain('<script');
    expect(await read(id)).toMatchObject({ status: 'completed' });
  });

  it('never leads back where the scenario says so, although it has settled', async () => {
    const { form, path, read, intent } = await sendToBank('bank_popup', { behaves: 'never_returns' });
    const page = await (await form(path, { decision: 'confirm' })).text();
    expect(page).toContain('You can close this page.');
    expect(page).not.toMatch(/<script|<a /);
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('knows its own payments alone', async () => {
    const { send, form, payWith, createIntent, path } = await sendToBank();
    expect((await send('/bank/nothing')).status).toBe(404);
    expect((await form('/bank', {})).status).toBe(404);
    expect((await form(path, { decision: 'maybe' })).status).toBe(404);
    const { next_action } = await dataOf(await payWith(await createIntent(), { method_code: 'qr' }));
    expect((await send(`/bank/${String(next_action.content).split('/').at(-1)}`)).status).toBe(404);
  });
});

describe('the voucher', () => {
  it('can be printed, in the customer’s language', async () => {
    const { createIntent, payWith, send } = openSandbox();
    const { next_action } = await dataOf(await payWith(await createIntent(), { method_code: 'voucher' }));
    const path = new URL(next_action.document_url).pathname;
    const page = await (await send(path)).text();
    for (const text of [next_action.lines[0].value, 'January 18, 2026', 'Print', '€49.99'])
      expect(page).toContain(text);
    expect(await (await send(path, { headers: { 'Accept-Language': 'fr' } })).text()).toContain('18 janvier 2026');
    // Groups of digits are not turned round.
    const arabic = await (await send(path, { headers: { 'Accept-Language': 'ar' } })).text();
    expect(arabic).toContain(`<bdi dir="ltr">${next_action.lines[0].value}</bdi>`);
  });

  it('is of vouchers alone', async () => {
    const { createIntent, payWith, send } = openSandbox();
    await payWith(await createIntent(), { method_code: 'bank_transfer' });
    const token = /href="\/phone\/(\w+)"/.exec(await (await send('/phone')).text())?.[1] ?? '';
    expect((await send(`/bank/document/${token}`)).status).toBe(404);
  });
});
