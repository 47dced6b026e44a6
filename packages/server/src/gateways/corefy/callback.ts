import type { WebhookHint } from '../../gateway.js';
import { objectOf } from './invoice.js';

const SIGNATURE_HEADER = 'x-signature';

/**
 * `null`: the signature is missing or wrong. Every callback is signed, so none without one is Corefy's; but without our
 * secret there is nothing to compare it with, and it is a mere hint.
 */
export async function readCallback(
  rawBody: Uint8Array<ArrayBuffer>,
  headers: Headers,
  secret: string | undefined,
): Promise<WebhookHint | null> {
  const signature = headers.get(SIGNATURE_HEADER);
  if (secret !== undefined && !(await isSignedWith(secret, rawBody, signature))) return null;
  return hintIn(rawBody);
}

/** Base64 of SHA-1 over secret, body and secret: Corefy's own way, and no HMAC. */
async function isSignedWith(
  secret: string,
  rawBody: Uint8Array<ArrayBuffer>,
  signature: string | null,
): Promise<boolean> {
  const given = bytesOf(signature);
  const key = new TextEncoder().encode(secret);
  const signed = new Uint8Array(key.length * 2 + rawBody.length);
  signed.set(key);
  signed.set(rawBody, key.length);
  signed.set(key, key.length + rawBody.length);
  const expected = new Uint8Array(await crypto.subtle.digest('SHA-1', signed));
  if (given?.length !== expected.length) return false;
  // Every byte is compared: the time taken does not tell how many were right.
  return expected.reduce((difference, byte, index) => difference | (byte ^ (given[index] ?? 0)), 0) === 0;
}

function bytesOf(signature: string | null): Uint8Array | null {
  if (signature === null || !/^[A-Za-z0-9+/]{27}=$/.test(signature)) return null;
  return Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
}

/** An invoice stands for one attempt, and bears its name and its intent's. */
function hintIn(rawBody: Uint8Array): WebhookHint {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    // A hint about nothing. It changes nothing and needs no second delivery.
    return { providerIntentId: null };
  }
  const attributes = objectOf(objectOf(objectOf(body)['data'])['attributes']);
  const { florin_intent, florin_attempt } = objectOf(attributes['metadata']);
  const [intentId, attemptId] = [florin_intent, florin_attempt ?? attributes['reference_id']];
  return isName(intentId) && isName(attemptId) ? { intentId, attemptId } : { providerIntentId: null };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,80}$/.test(value);
}
