import { parse, Problem, problems } from '@florin/contract';
import type { CheckoutProblem } from '../payment/state.js';
import { backoff, retryAfter } from './backoff.js';
import { pause, type Clock } from './clock.js';

type Schema = Parameters<typeof parse>[0];
type ValueOf<S extends Schema> = Extract<ReturnType<typeof parse<S>>, { ok: true }>['value'];

/** `isLost`: no answer, or one that leaves open whether it was done; else the backend says that it was not. */
export type Answer<Value> = { value: Value } | { problem: CheckoutProblem; isLost: boolean };

/** Reads the body of an answer that says "done". Rejects while the code that reads it cannot be fetched. */
export type Reader<Value> = (json: unknown) => Answer<Value> | Promise<Answer<Value>>;

/** How often a call is sent that may be given up, with the pauses of the schedule in between. */
const SENDINGS = 4;
/** ms. Whoever waits for such a call is not kept longer than this between two sendings. */
const LONGEST_PAUSE = 10_000;

interface ExchangeOptions {
  endpoint: string;
  intent: string;
  clientSecret: string;
  fetch: typeof fetch;
  clock: Clock;
  random: () => number;
}

interface Post<Value> {
  /** Behind `/intents/{id}`. */
  path: string;
  body?: unknown;
  key: string;
  reader: Reader<Value>;
  /** ms after which the answer is lost. */
  limit: number;
  signal: AbortSignal;
}

/** HTTP as the contract has it: one intent, its secret in a header, problems read. Nothing here throws but `open`. */
export function createExchange({ endpoint, intent, clientSecret, fetch, clock, random }: ExchangeOptions) {
  const base = `${endpoint.replace(/\/+$/, '')}/intents/${encodeURIComponent(intent)}`;
  const authorization = `Bearer ${clientSecret}`;

  return { get, post, postUntilAnswered, open };

  function get<Value>(reader: Reader<Value>, limit: number, signal: AbortSignal): Promise<Answer<Value>> {
    return request('', { headers: { authorization } }, reader, limit, signal);
  }

  function post<Value>({ path, body, key, reader, limit, signal }: Post<Value>): Promise<Answer<Value>> {
    const init = {
      method: 'POST',
      headers: { authorization, 'idempotency-key': key, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return request(path, init, reader, limit, signal);
  }

  /** Sends the same again while the answer is lost, a few times at most. Not for money: a payment is never given up. */
  async function postUntilAnswered<Value>(message: Post<Value>): Promise<Answer<Value>> {
    for (let sending = 1; ; sending += 1) {
      const answer = await post(message);
      if ('value' in answer || !answer.isLost || sending === SENDINGS || message.signal.aborted) return answer;
      const wait = answer.problem.retryAfter ?? backoff(sending, random);
      if (wait > LONGEST_PAUSE) return answer;
      await pause(clock, wait, message.signal);
      if (message.signal.aborted) return answer;
    }
  }

  function open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    return fetch(base + path, { headers: { authorization, ...headers }, signal, cache: 'no-store' });
  }

  async function request<Value>(
    path: string,
    init: RequestInit,
    reader: Reader<Value>,
    limit: number,
    outer: AbortSignal,
  ): Promise<Answer<Value>> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    outer.addEventListener('abort', abort);
    let late = false;
    const timer = clock.setTimeout(() => {
      late = true;
      abort();
    }, limit);
    try {
      if (outer.aborted) abort();
      const response = await fetch(base + path, { ...init, cache: 'no-store', signal: controller.signal });
      const text = await response.text();
      // Code that is needed to read an answer and does not come is waited for no longer than the answer itself.
      return await Promise.race([understood(reader, response, text), abortionOf(controller.signal)]);
    } catch {
      // What a failed fetch throws differs between engines and says nothing more than this.
      return { problem: { code: late ? 'timeout' : 'network' }, isLost: true };
    } finally {
      clock.clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    }
  }

  async function understood<Value>(
    reader: Reader<Value>,
    { status, headers }: Response,
    text: string,
  ): Promise<Answer<Value>> {
    const json = parseJson(text);
    if (status >= 200 && status < 300) {
      const answer = await reader(json);
      return 'value' in answer ? answer : { ...answer, problem: { ...answer.problem, status } };
    }
    const parsed = parse(Problem, json);
    const after = retryAfter(headers.get('retry-after'), clock.now());
    const problem: CheckoutProblem = {
      code: parsed.ok ? parsed.value.code : unnamedProblem(status),
      status,
      ...(after !== undefined && { retryAfter: after }),
      ...(parsed.ok && parsed.value.errors && { violations: parsed.value.errors }),
    };
    return { problem, isLost: status < 400 || status >= 500 || isStillRunning(problem) };
  }
}

export type Exchange = ReturnType<typeof createExchange>;

export function readerOf<S extends Schema>(schema: S): Reader<ValueOf<S>> {
  return (json) => {
    const parsed = parse(schema, json);
    return parsed.ok ? { value: parsed.value as ValueOf<S> } : broken(parsed.violations);
  };
}

/** An answer that says "done" and cannot be understood. */
export function broken(
  violations: NonNullable<CheckoutProblem['violations']>,
  code = 'contract_broken',
): { problem: CheckoutProblem; isLost: boolean } {
  return { problem: { code, violations }, isLost: true };
}

function abortionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', reject, { once: true });
  });
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
