const SIGNATURE_HEADER = 'x-orqex-signature';

/** `null`: the signature is wrong. Without a signature, or without our secret, the webhook is a mere hint. */
export async function readWebhook(
  rawBody: Uint8Array<ArrayBuffer>,
  headers: Headers,
  secret: string | undefined,
): Promise<{ providerIntentId: string | null } | null> {
  const signature = headers.get(SIGNATURE_HEADER);
  if (signature !== null && secret !== undefined && !(await isSignedWith(secret, rawBody, signature))) return null;
  return { providerIntentId: paymentIdOf(rawBody) };
}

async function isSignedWith(secret: string, rawBody: Uint8Array<ArrayBuffer>, signature: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, bytes, rawBody);
}

function paymentIdOf(rawBody: Uint8Array): string | null {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    // A hint about nothing. It changes nothing and needs no second delivery.
    return null;
  }
  const id = (body as { payment?: { id?: unknown } | null } | null)?.payment?.id;
  return typeof id === 'string' ? id : null;
}
