import { canonicalJson } from '../canonical-json.js';
import type { IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { hmacSha256, sha256 } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import type { Begun, KeyClaim } from '../store/intent-store.js';
import { authorize } from './authorize.js';
import { readJson } from './body.js';

export interface WriteCall<Body> {
  intentId: string;
  /** What the key is good for, within the intent. */
  route: string;
  /** Checks the body; throws `validation_failed`. */
  read(json: unknown): Body;
  /** Of the answer when it went well. */
  status: number;
  /** Decides under the intent's lock whether the call may go on. What it throws leaves no trace. */
  begin(intent: IntentRecord, body: Body, resumed: string | null): Begun;
  /** Does it, outside of any transaction. `providerKey` is the same for every try of this very call. */
  act(begun: Begun, body: Body, providerKey: string): Promise<unknown>;
}

const DAY = 24 * 60 * 60 * 1000;

/** Carries a POST out at most once for each idempotency key, and answers every resend with the first answer. */
export async function write<Body>(context: ServerContext, request: Request, call: WriteCall<Body>): Promise<Response> {
  const { store, clock, keyLease } = context;
  const { clientSecret } = await authorize(context, request, call.intentId);
  const key = readKey(request);
  const json = await readJson(request);
  const body = call.read(json);
  const scope = `${call.intentId} ${call.route}`;
  const now = clock.now();
  const claim: KeyClaim = {
    intentId: call.intentId,
    scope,
    key,
    // Keyed with what the store does not hold: from the store alone nobody can try card numbers against it.
    bodyHash: await hmacSha256(clientSecret, `${scope}\n${key}\n${canonicalJson(json)}`),
    now,
    leaseUntil: now + keyLease,
    keepUntil: now + 2 * DAY,
  };
  const result = await store.claim(claim, (intent, resumed) => call.begin(intent, body, resumed));
  if (result.kind === 'answered') return answer(result.status, result.body);
  if (result.kind === 'mismatch') throw new ProblemError('idempotency_mismatch');
  if (result.kind === 'running') throw new ProblemError('idempotency_in_progress', { retryAfter: 1 });
  try {
    const text = JSON.stringify(await call.act(result, body, (await sha256(`${scope}\n${key}`)).slice(0, 40)));
    await store.settle(claim, { status: call.status, body: text });
    return answer(call.status, text);
  } catch (error) {
    // A refusal is only thrown when nothing happened. Anything else broke off: the same request may take over.
    if (error instanceof ProblemError) await store.release(claim);
    else await store.endLease({ ...claim, now: clock.now() });
    throw error;
  }
}

/** RFC draft "The Idempotency-Key HTTP Header Field": any printable text; ours are UUIDs. */
function readKey(request: Request): string {
  const key = request.headers.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ProblemError('idempotency_key_missing');
  return key;
}

export function answer(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}
