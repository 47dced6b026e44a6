import type { WebhookHint } from '../../gateway.js';

const SIGNATURE_HEADER = 'x-alma-signature';

/**
 * Alma signs the id of the payment with the API key, and nothing else: enough to know that it may be asked. `null`: the
 * signature is missing or wrong. `url`: as it was called, with the ids that this gateway has put there.
 */
export async function readIpn(
  rawBody: Uint8Array<ArrayBuffer>,
  headers: Headers,
  url: URL | undefined,
  apiKey: string,
): Promise<WebhookHint | null> {
  const paymentId = idIn(url?.searchParams) ?? idIn(fieldsOf(rawBody));
  const signature = headers.get(SIGNATURE_HEADER);
  if (paymentId === null || signature === null || !(await isSignedWith(apiKey, paymentId, signature))) return null;
  const intentId = url?.searchParams.get('intent');
  const attemptId = url?.searchParams.get('attempt');
  return intentId && attemptId ? { intentId, attemptId } : { providerIntentId: null };
}

function idIn(fields: URLSearchParams | undefined): string | null {
  return fields?.get('pid') ?? fields?.get('id') ?? null;
}

/** JSON or a form. */
function fieldsOf(rawBody: Uint8Array): URLSearchParams {
  const text = new TextDecoder().decode(rawBody);
  try {
    const body: unknown = JSON.parse(text);
    const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    return new URLSearchParams(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
  } catch {
    return new URLSearchParams(text);
  }
}

async function isSignedWith(secret: string, text: string, signature: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, bytes, new TextEncoder().encode(text));
}
