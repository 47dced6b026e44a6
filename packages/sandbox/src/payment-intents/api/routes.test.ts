import { describe, expect, it } from 'vitest';
import { cardAttempt, dataOf, newIntent, openSandbox } from '../../sandbox.fixture.js';

describe('the envelope', () => {
  it('refuses a call without the secret key', async () => {
    const { send } = openSandbox();
    const response = await send('/payment-intents/v1/payment/intents/TRX1', {
      headers: { Authorization: 'Bearer sk_test_2' },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Unauthenticated.' });
    expect(response.headers.get('X-Request-Id')).toMatch(/^req_/);
  });

  it('answers 404 for what it does not know', async () => {
    const { get } = openSandbox();
    expect((await get('/payment-intents/v1/payment/intents/TRX1')).status).toBe(404);
    expect((await get('/payment-intents/v1/nothing')).status).toBe(404);
  });

  it('names the fields that are wrong and repeats no value', async () => {
    const { post, createIntent } = openSandbox();
    const bad = await post('/payment-intents/v1/payment/intents', { amount: '49.99', currency: 'euro' });
    expect(bad.status).toBe(422);
    expect(Object.keys(((await bad.json()) as { errors: object }).errors)).toEqual([
      'amount',
      'currency',
      'customer.email',
      'customer.first_name',
      'customer.last_name',
    ]);
    const attempt = cardAttempt('4242 4242');
    const response = await post(`/payment-intents/v1/payment/intents/${await createIntent()}/attempts`, attempt);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text).toContain('card.number');
    expect(text).not.toContain('4242');
  });

  it('refuses other methods, and a card without an address for the issuer to answer to', async () => {
    const { post, createIntent } = openSandbox();
    const path = `/payment-intents/v1/payment/intents/${await createIntent()}/attempts`;
    expect((await post(path, { method_code: 'cowries' })).status).toBe(422);
    const { three_ds: _, ...attempt } = cardAttempt('4242424242424242');
    expect((await post(path, attempt)).status).toBe(422);
  });

  it('answers 400 to a body that is not a JSON object', async () => {
    const { post, send } = openSandbox();
    expect((await post('/payment-intents/v1/payment/intents', [])).status).toBe(400);
    const headers = { Authorization: 'Bearer sk_test_1', 'X-Idempotency-Key': 'key-broken' };
    const broken = await send('/payment-intents/v1/payment/intents', { method: 'POST', headers, body: '{' });
    expect(broken.status).toBe(400);
  });

  it('says amounts in the unit that was set', async () => {
    const { createIntent, read } = openSandbox({ amountUnit: 'major' });
    expect((await read(await createIntent())).amount).toMatchObject({ value: 49.99, formatted: '€49.99' });
  });
});

describe('idempotency', () => {
  it('wants a key of 8 to 128 characters', async () => {
    const { post } = openSandbox();
    expect((await post('/payment-intents/v1/payment/intents', newIntent, 'short')).status).toBe(428);
    expect((await post('/payment-intents/v1/payment/intents', newIntent, 'x'.repeat(129))).status).toBe(428);
  });

  it('replays the first answer and starts one attempt', async () => {
    const { post, createIntent, send } = openSandbox();
    const path = `/payment-intents/v1/payment/intents/${await createIntent()}/attempts`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(path, cardAttempt('4242424242424242'), 'the-same-key')),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('X-Idempotent-Replayed') === 'true')).toHaveLength(9);
    const { payments } = (await (await send('/control/payments')).json()) as { payments: { attempts: unknown[] }[] };
    expect(payments[0]?.attempts).toHaveLength(1);
  });

  it('refuses the same key with another body', async () => {
    const { post } = openSandbox();
    await post('/payment-intents/v1/payment/intents', newIntent, 'the-same-key');
    expect(
      (await post('/payment-intents/v1/payment/intents', { ...newIntent, amount: 1 }, 'the-same-key')).status,
    ).toBe(409);
  });

  it('lets a key try again after a refusal', async () => {
    const { post } = openSandbox();
    expect((await post('/payment-intents/v1/payment/intents', {}, 'the-same-key')).status).toBe(422);
    expect((await post('/payment-intents/v1/payment/intents', newIntent, 'the-same-key')).status).toBe(201);
  });
});

describe('an intent', () => {
  it('takes one attempt at a time and none once paid', async () => {
    const { createIntent, pay } = openSandbox();
    const intent = await createIntent();
    await pay(intent, '4000000000003220');
    expect((await pay(intent, '4242424242424242')).status).toBe(409);
  });

  it('takes another attempt once one is cancelled', async () => {
    const { createIntent, pay, post } = openSandbox();
    const intent = await createIntent();
    const { id } = await dataOf(await pay(intent, '4000000000003220'));
    expect(
      await dataOf(await post(`/payment-intents/v1/payment/intents/${intent}/attempts/${id}/cancel`)),
    ).toMatchObject({
      status: 'cancelled',
      next_action: null,
    });
    expect((await pay(intent, '4242424242424242')).status).toBe(201);
    expect((await pay(intent, '4242424242424242')).status).toBe(409);
  });

  it('does not call back what is already with the network', async () => {
    const { createIntent, pay, post } = openSandbox();
    const intent = await createIntent();
    const { id } = await dataOf(await pay(intent, '4000000000000788'));
    expect((await post(`/payment-intents/v1/payment/intents/${intent}/attempts/${id}/cancel`)).status).toBe(409);
  });

  it('fails after twenty failed attempts', async () => {
    const { createIntent, pay, read } = openSandbox();
    const intent = await createIntent();
    for (let tries = 0; tries < 20; tries += 1) await pay(intent, '4000000000000002');
    expect(await read(intent)).toMatchObject({ status: 'failed' });
    expect((await pay(intent, '4242424242424242')).status).toBe(409);
  });

  it('expires only when nobody ever tried to pay it', async () => {
    const { createIntent, pay, read, clock } = openSandbox();
    const [untried, tried] = [await createIntent(), await createIntent()];
    await pay(tried, '4000000000000002');
    await clock.advance(24 * 60 * 60_000);
    expect(await read(untried)).toMatchObject({ status: 'expired' });
    expect(await read(tried)).toMatchObject({ status: 'pending' });
  });
});

describe('a one-time code', () => {
  const OTP_CARD = '5060666666666666666';

  async function start() {
    const sandbox = openSandbox();
    const intent = await sandbox.createIntent();
    const attempt = await dataOf(await sandbox.pay(intent, OTP_CARD));
    const path = `/payment-intents/v1/payment/intents/${intent}/attempts/${attempt.id}`;
    const confirm = async (otp: string) => dataOf(await sandbox.post(`${path}/confirm`, { otp }));
    return { ...sandbox, intent, attempt, path, confirm };
  }

  it('is described without the number it went to', async () => {
    const { attempt } = await start();
    expect(attempt.next_action).toMatchObject({
      type: 'collect_otp',
      fields: [{ name: 'otp', length: 6, alphabet: 'numeric' }],
      attempts_left: 3,
    });
  });

  it('counts wrong tries down and takes the right one', async () => {
    const { confirm, read, intent } = await start();
    expect((await confirm('000000')).next_action.attempts_left).toBe(2);
    expect((await confirm('111111')).next_action.attempts_left).toBe(1);
    expect(await confirm('123456')).toMatchObject({ status: 'completed' });
    expect(await read(intent)).toMatchObject({ status: 'completed' });
  });

  it('fails after three wrong tries', async () => {
    const { confirm, post, path } = await start();
    await confirm('1');
    await confirm('2');
    expect(await confirm('3')).toMatchObject({ status: 'failed', failure: { code: { value: 'INVALID_OTP' } } });
    expect((await post(`${path}/confirm`, { otp: '123456' })).status).toBe(409);
  });

  it('is sent again every thirty seconds at most', async () => {
    const { post, path, clock, attempt } = await start();
    const early = await post(`${path}/resend`);
    expect(early.status).toBe(429);
    expect(early.headers.get('Retry-After')).toBe('30');
    await clock.advance(30_000);
    const { next_action } = await dataOf(await post(`${path}/resend`));
    expect(Date.parse(next_action.resend_at) - Date.parse(attempt.next_action.resend_at)).toBe(30_000);
  });

  it('expires after five minutes, whether or not a timer runs', async () => {
    const { read, intent, clock, deliveries } = await start();
    await clock.advance(5 * 60_000 + 20);
    expect(deliveries.map(({ headers }) => headers.get('X-Payment-Event'))).toContain('payment.attempt.failed');
    expect((await read(intent)).active_attempt).toMatchObject({
      status: 'failed',
      failure: { code: { value: 'PAYMENT_EXPIRED' } },
    });
  });
});
