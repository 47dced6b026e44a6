import { Intent, parse, Problem, problems, type ActionAnswer, type AttemptRequest } from '@florin/contract';
import type { CheckoutProblem, Decision } from '../payment/state.js';
import { retryAfter } from './backoff.js';
import type { Clock } from './clock.js';

export type ReadResult = { intent: Intent } | { problem: CheckoutProblem };

/** How a decision fared: done; not done, and it is said so; or nobody knows. */
export type SendResult =
  | { type: 'answered'; intent: Intent }
  | { type: 'refused'; problem: CheckoutProblem }
  | { type: 'unanswered'; problem: CheckoutProblem };

export type Body = AttemptRequest | ActionAnswer | undefined;

/** ms. A payment may wait for an issuer; a read may not. */
const SEND_TIMEOUT = 30_000;
const READ_TIMEOUT = 10_000;

interface HttpAnswer {
  status: number;
  text: string;
  /** ms, from `Retry-After`. */
  after: number | undefined;
}

type Exchange = HttpAnswer | { problem: CheckoutProblem };

interface RequestOptions {
  endpoint: string;
  intent: string;
  clientSecret: string;
  fetch: typeof fetch;
  clock: Clock;
}

/** The calls of the contract. None of them throws: whatever happens comes back as a result. */
export function createRequests({ endpoint, intent, clientSecret, fetch, clock }: RequestOptions) {
  const base = `${endpoint.replace(/\/+$/, '')}/intents/${encodeURIComponent(intent)}`;
  const authorization = `Bearer ${clientSecret}`;

  async function read(signal: AbortSignal): Promise<ReadResult> {
    const exchange = await request(base, { headers: { authorization } }, READ_TIMEOUT, signal);
    if ('problem' in exchange) return exchange;
    return understood(exchange);
  }

  async function send(decision: Decision, body: Body, signal: AbortSignal): Promise<SendResult> {
    const init = {
      method: 'POST',
      headers: { authorization, 'idempotency-key': decision.key, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const exchange = await request(base + pathOf(decision), init, SEND_TIMEOUT, signal);
    if ('problem' in exchange) return { type: 'unanswered', problem: exchange.problem };
    const result = understood(exchange);
    if ('intent' in result) return { type: 'answered', intent: result.intent };
    const { problem } = result;
    const { status } = exchange;
    const isRefused = status >= 400 && status < 500 && !isStillRunning(problem);
    return { type: isRefused ? 'refused' : 'unanswered', problem };
  }

  function openStream(lastVersion: number | undefined, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { authorization, accept: 'text/event-stream' };
    if (lastVersion !== undefined) headers['last-event-id'] = String(lastVersion);
    return fetch(`${base}/events`, { headers, signal, cache: 'no-store' });
  }

  return { read, send, openStream };

  async function request(url: string, init: RequestInit, limit: number, outer: AbortSignal): Promise<Exchange> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    outer.addEventListener('abort', abort);
    let late = false;
    const timer = clock.setTimeout(() => {
      late = true;
      abort();
    }, limit);
    try {
      const response = await fetch(url, { ...init, cache: 'no-store', signal: controller.signal });
      const text = await response.text();
      return { status: response.status, text, after: retryAfter(response.headers.get('retry-after'), clock.now()) };
    } catch {
      // What a failed fetch throws differs between engines and says nothing more than this.
      return { problem: { code: late ? 'timeout' : 'network' } };
    } finally {
      clock.clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    }
  }

  function understood({ status, text, after }: HttpAnswer): ReadResult {
    const json = parseJson(text);
    if (status >= 200 && status < 300) {
      const parsed = parse(Intent, json);
      if (!parsed.ok) return { problem: { code: 'contract_broken', status, violations: parsed.violations } };
      if (parsed.value.id !== intent)
        return { problem: { code: 'contract_broken', status, violations: [{ pointer: '/id', code: 'other_intent' }] } };
      return { intent: parsed.value };
    }
    const parsed = parse(Problem, json);
    const problem: CheckoutProblem = {
      code: parsed.ok ? parsed.value.code : unnamedProblem(status),
      status,
      ...(after !== undefined && { retryAfter: after }),
      ...(parsed.ok && parsed.value.errors && { violations: parsed.value.errors }),
    };
    return { problem };
  }
}

/** It may be done yet: the backend says so, or a proxy that lost patience with it does (408). */
function isStillRunning({ code, status, retryAfter }: CheckoutProblem): boolean {
  if (code === 'idempotency_in_progress' || status === 408) return true;
  return status === 409 && retryAfter !== undefined && !Object.hasOwn(problems, code);
}

/** A proxy or a framework answered in place of the backend, without a problem document. */
function unnamedProblem(status: number): string {
  if (status === 401 || status === 403) return 'secret_invalid';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'internal' : 'contract_broken';
}

function pathOf({ kind, attempt }: Decision): string {
  return kind === 'submit' ? '/attempts' : `/attempts/${encodeURIComponent(attempt ?? '')}/${kind}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
