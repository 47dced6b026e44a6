import { canonicalJson } from '../canonical-json.js';
import type { IntentRecord } from '../intent-record.js';
import { ProblemError } from '../problem.js';
import { hmacSha256, sha256 } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import type { HeldCards } from '../store/card-store.js';
import type { Begun, KeyClaim, LoneCalls } from '../store/intent-store.js';
import { authorize } from './authorize.js';
import { readJson } from './body.js';

export interface WriteCall<Body> {
  intentId: string;
  /** What the key is good for, within the intent. */
  route: string;
  /** Checks the body, and finds out what has to be known of it; throws `validation_failed`. */
  read(json: unknown, intent: IntentRecord): Body | Promise<Body>;
  /** Of the answer when it went well. */
  status: number;
  /** Decides under the intent's lock whether the call may go on. What it throws leaves no trace. */
  begin(
    intent: IntentRecord,
    body: Body,
    resumed: string | null,
    cards: HeldCards,
    others: () => Promise<LoneCalls>,
  ): Begun | Promise<Begun>;
  /** Does it, outside of any transaction. `providerKey` is the same for every try of this very call. */
  act(begun: Begun, body: Body, providerKey: string, secretOf: SecretOf): Promise<unknown>;
  /** Adds to the answer what the store must not hold. */
  tell?(kept: object, secretOf: SecretOf): Promise<object>;
}

/** Makes a secret of this very call, the same each time and never kept: without the client secret nobody else can. */
export type SecretOf = (purpose: string) => Promise<string>;

export interface Sending {
  /** A secret of the caller's that the store does not hold. */
  secret: string;
  key: string;
  json: unknown;
  /** The intent as the caller found it; `begin` decides on the newest one. */
  intent: IntentRecord;
}

const DAY = 24 * 60 * 60 * 1000;

/** Carries a POST out at most once for each idempotency key, and answers every resend with the first answer. */
export async function write<Body>(context: ServerContext, request: Request, call: WriteCall<Body>): Promise<Response> {
  const { clientSecret, intent } = await authorize(context, request, call.intentId);
  const key = readKey(request);
  const json = await readJson(request);
  const { status, body } = await carryOut(context, { secret: clientSecret, key, json, intent }, call);
  return answer(status, body);
}

/** The same for whoever calls, by HTTP or in the merchant's own process. */
export async function carryOut<Body>(
  { store, clock, keyLease }: ServerContext,
  { secret, key, json, intent }: Sending,
  call: WriteCall<Body>,
): Promise<{ status: number; body: string }> {
  const body = await call.read(json, intent);
  const scope = `${call.intentId} ${call.route}`;
  const now = clock.now();
  const claim: KeyClaim = {
    intentId: call.intentId,
    scope,
    key,
    // Keyed with what the store does not hold: from the store alone nobody can try card numbers against it.
    bodyHash: await hmacSha256(secret, `${scope}\n${key}\n${canonicalJson(json)}`),
    now,
    leaseUntil: now + keyLease,
    keepUntil: now + 2 * DAY,
  };
  const secretOf: SecretOf = (purpose) => hmacSha256(secret, `${purpose}\n${scope}\n${key}`);
  const tell = async (kept: string) =>
    call.tell ? JSON.stringify(await call.tell(JSON.parse(kept) as object, secretOf)) : kept;
  const result = await store.claim(claim, (latest, ...held) => call.begin(latest, body, ...held));
  if (result.kind === 'answered') return { status: result.status, body: await tell(result.body) };
  if (result.kind === 'mismatch') throw new ProblemError('idempotency_mismatch');
  if (result.kind === 'running') throw new ProblemError('idempotency_in_progress', { retryAfter: 1 });
  try {
    const providerKey = (await sha256(`${scope}\n${key}`)).slice(0, 40);
    const text = JSON.stringify(await call.act(result, body, providerKey, secretOf));
    await store.settle(claim, { status: call.status, body: text });
    return { status: call.status, body: await tell(text) };
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
