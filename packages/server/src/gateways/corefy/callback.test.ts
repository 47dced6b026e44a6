import { describe, expect, it } from 'vitest';
import { invoice, openCorefy, type Json } from './corefy.fixture.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const SECRET = 'sécret_1';
const body = bytes('{"data":{"attributes":{"metadata":{"florin_intent":"pi_1","florin_attempt":"pa_1"}}}}');
// Base64 of SHA-1 over secret, body and secret, computed apart with OpenSSL.
const signature = 'ptLrOTPhjiJG0FglqN+irSzLIek=';
const url = new URL('https://shop.example/webhooks/payments-trust');

const verify = (headers: Record<string, string>, callbackSecret?: string, raw = body) =>
  openCorefy({}, { ...(callbackSecret && { callbackSecret }) }).gateway.verifyWebhook?.(raw, new Headers(headers), url);

const hint = { intentId: 'pi_1', attemptId: 'pa_1' };

describe('callbacks', () => {
  it('signed rightly name our intent and our attempt', async () => {
    expect(await verify({ 'X-Signature': signature }, SECRET)).toEqual(hint);
  });

  it.each([
    ['', 'empty'],
    ['AAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'of something else'],
    [signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')), 'but for the first letter'],
    [signature.replace(/.(?==)/, 'A'), 'but for the last'],
    [signature.slice(0, -1), 'cut'],
    [`${signature}${signature}`, 'twice'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'in hex'],
  ])('signed "%s" (%s) are none', async (wrong) => {
    expect(await verify({ 'X-Signature': wrong }, SECRET)).toBeNull();
  });

  it('without a signature are none either: Corefy signs all of them', async () => {
    expect(await verify({}, SECRET)).toBeNull();
  });

  it('with another body, or for another secret, are none', async () => {
    const other = bytes(new TextDecoder().decode(body).replace('pa_1', 'pa_2'));
    expect(await verify({ 'X-Signature': signature }, SECRET, other)).toBeNull();
    expect(await verify({ 'X-Signature': signature }, SECRET, bytes(`${new TextDecoder().decode(body)} `))).toBeNull();
    expect(await verify({ 'X-Signature': signature }, 'secret_2')).toBeNull();
  });

  it('are a mere hint where we hold no secret', async () => {
    expect(await verify({})).toEqual(hint);
    expect(await verify({ 'X-Signature': 'whatever' })).toEqual(hint);
  });

  it.each<[string, Json, object]>([
    ['the reference', { reference_id: 'pa_9', metadata: { florin_intent: 'pi_1' } }, { ...hint, attemptId: 'pa_9' }],
    ['no metadata', { metadata: [] }, { providerIntentId: null }],
    ['an intent that is no name', { metadata: { florin_intent: 'pi 1\0' } }, { providerIntentId: null }],
    ['numbers', { metadata: { florin_intent: 7, florin_attempt: 8 } }, { providerIntentId: null }],
  ])('with %s', async (_, attributes, expected) => {
    expect(await verify({}, undefined, bytes(JSON.stringify(invoice(attributes))))).toEqual(expected);
  });

  it.each(['', 'nonsense', 'null', '[]', '{"data":7}'])('that say "%s" are about nothing', async (text) => {
    expect(await verify({}, undefined, bytes(text))).toEqual({ providerIntentId: null });
  });
});
