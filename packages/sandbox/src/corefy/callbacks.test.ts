import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signCallback } from './callbacks.js';
import { openCorefy } from './corefy.fixture.js';

const PAID = '5519283812030000';

describe('callbacks', () => {
  it('are the invoice as the API answers it, signed with the secret on both sides', async () => {
    const { pay, callbacks, call, clock } = openCorefy();
    const { id } = await pay(PAID);
    await clock.advance(20);
    const [first, last] = callbacks();
    expect(first?.data).toMatchObject({ id, attributes: { status: 'created' } });
    expect(last?.body).toBe(await (await call(`/api/payment-invoices/${id}`)).text());
    for (const { url, body, headers } of callbacks()) {
      expect(url).toBe('http://shop.test/callbacks');
      const expected = createHash('sha1').update(`secret_1${body}secret_1`).digest('base64');
      expect(headers.get('X-Signature')).toBe(expected);
      expect(body).not.toContain(PAID);
      expect(body).not.toContain('123"');
    }
  });

  it('are signed as anybody can compute', () => {
    // printf 'secret{}secret' | openssl dgst -sha1 -binary | base64
    expect(signCallback('{}', 'secret')).toBe('2JnEdrDo5Gb2mPUpzkHZejWbYFw=');
  });

  it('go to the account’s address where an invoice names none, or nowhere', async () => {
    const elsewhere = openCorefy({ account: { callback: { url: 'http://shop.test/all', secret: 's' } } });
    await elsewhere.pay(PAID, '04/30', { callback_url: null });
    await elsewhere.clock.advance(20);
    expect(elsewhere.callbacks().map(({ url }) => url)).toEqual(['http://shop.test/all', 'http://shop.test/all']);
    const nowhere = openCorefy();
    await nowhere.pay(PAID, '04/30', { callback_url: null });
    await nowhere.clock.advance(20);
    expect(nowhere.callbacks()).toEqual([]);
  });

  it.each([
    ['once', ['created', 'processed']],
    ['twice', ['created', 'created', 'processed', 'processed']],
    ['reversed', ['processed', 'created']],
    ['never', []],
  ] as const)('come %s', async (webhooks, statuses) => {
    const { pay, callbacks, clock } = openCorefy();
    await pay(PAID, '04/30', {}, { webhooks });
    await clock.advance(5_000);
    expect(callbacks().map(({ data }) => data.attributes.status)).toEqual(statuses);
  });

  it.each([204, 500])('answered with %i come again', async (answer) => {
    const { created, callbacks, clock } = openCorefy({ answer });
    await created();
    await clock.advance(1_020);
    expect(callbacks()).toHaveLength(2);
  });

  it('are dated in whole seconds, which grow with each change', async () => {
    const { pay, callbacks, clock } = openCorefy();
    await pay(PAID, '04/30', {}, { after: 3_500 });
    await clock.advance(4_000);
    const updated = callbacks().map(({ data }) => data.attributes.updated as number);
    expect(updated).toEqual([1_768_471_200, 1_768_471_200, 1_768_471_203]);
  });
});
