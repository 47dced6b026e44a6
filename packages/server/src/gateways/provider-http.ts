import { GatewayError, type GatewayPayment } from '../gateway.js';

/** How a provider is reached. Durations are milliseconds. */
export interface ProviderHttpOptions {
  /** Where its API stands, without a trailing slash: `https://api.provider.example/v1`. No redirect from it is followed. */
  baseUrl: string;
  /** For a call with all its tries. */
  timeout?: number;
  fetch?: typeof fetch;
  /** Before the first further try; doubled for each one after it. */
  retryDelay?: number;
  /** Further headers of every call about a payment, such as a sub-account's. */
  headers?: (payment: GatewayPayment) => Record<string, string>;
}

/** What differs between providers. */
export interface ProviderDialect {
  /** Keys of every call. */
  authorize(): Record<string, string> | Promise<Record<string, string>>;
  /** What an answer that is no success means. Its own words are not kept: they may quote what was sent. */
  refusalOf(status: number, body: unknown, retryAfter: number | null): GatewayError;
}

export interface ProviderCall {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Whom it is about. */
  payment?: GatewayPayment;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The provider does the same write once, however often it arrives. A write that is not is never sent again on doubt. */
  isIdempotent?: boolean;
}

const RETRIES = 2;
/** Answers that say "not now". Any other one is the answer. */
const PASSING = [429, 502, 503];

/** Calls a provider over JSON. A write that may have arrived is only tried again where the provider does it once. */
export class ProviderHttp {
  readonly #options: Required<ProviderHttpOptions>;
  readonly #dialect: ProviderDialect;

  constructor(options: ProviderHttpOptions, dialect: ProviderDialect) {
    const { baseUrl, timeout = 20_000, retryDelay = 200, headers = () => ({}) } = options;
    const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#options = { baseUrl: baseUrl.replace(/\/+$/, ''), timeout, retryDelay, headers, fetch };
    this.#dialect = dialect;
  }

  async call({
    method,
    path,
    payment,
    body,
    headers,
    isIdempotent = method === 'GET',
  }: ProviderCall): Promise<unknown> {
    const { timeout, retryDelay } = this.#options;
    const signal = AbortSignal.timeout(timeout);
    const init: RequestInit = {
      method,
      signal,
      // Followed, it would hand cards and keys to whomever it names, and where it leads says nothing of what was sent here.
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(await this.#dialect.authorize()),
        ...(payment && this.#options.headers(payment)),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    // Once one try may have arrived, no later one can prove that nothing happened.
    let mayHaveArrived = false;
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#try(path, init);
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        mayHaveArrived ||= error.outcome === 'unknown';
        const last = tries === RETRIES || signal.aborted || !isPassing(error) || (mayHaveArrived && !isIdempotent);
        if (last && mayHaveArrived && !isAboutBody(error) && error.outcome !== 'unknown')
          throw new GatewayError('unknown', error.code, { cause: error });
        if (last) throw error;
        await pause(retryDelay * 2 ** tries, signal);
      }
    }
  }

  async #try(path: string, init: RequestInit): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await this.#options.fetch(`${this.#options.baseUrl}${path}`, init);
      text = await response.text();
    } catch (cause) {
      throw neverLeft(cause)
        ? new GatewayError('not_sent', 'unreachable', { cause })
        : new GatewayError('unknown', init.signal?.aborted ? 'timeout' : 'connection_lost', { cause });
    }
    if (isRedirect(response)) throw new GatewayError('unknown', 'http_3xx');
    const body = readJson(text);
    if (!response.ok) {
      const retryAfter = secondsOf(response.headers.get('Retry-After'));
      throw this.#dialect.refusalOf(response.status, body, retryAfter);
    }
    if (body === undefined) throw new GatewayError('unknown', 'unreadable');
    return body;
  }
}

/** Some runtimes hide the status of one that they were told not to follow. */
function isRedirect({ status, type }: Response): boolean {
  return (status >= 300 && status < 400) || type === 'opaqueredirect';
}

function isPassing({ code }: GatewayError): boolean {
  return code === 'unreachable' || code === 'connection_lost' || PASSING.some((status) => code === `http_${status}`);
}

/**
 * The provider has read the body and refused it: under the same key it would have said so the first time. Not so of what is
 * good once or may be forgotten: a token may be refused because the first try has spent it.
 */
function isAboutBody({ code, failure }: GatewayError): boolean {
  return (code === 'http_400' || code === 'http_422') && failure?.reason !== 'method_unavailable';
}

const connectFailures = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
/** These end a connection that stands as well, with a request on its way. */
const routeFailures = ['EHOSTUNREACH', 'ENETUNREACH'];

/** No connection came about: not a byte of the request has left. */
function neverLeft(error: unknown): boolean {
  const { code, syscall, cause, errors } = (error ?? {}) as Record<'code' | 'syscall' | 'cause' | 'errors', unknown>;
  if (typeof code === 'string' && connectFailures.includes(code)) return true;
  if (typeof code === 'string' && routeFailures.includes(code)) return syscall === 'connect';
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverLeft);
  return cause !== undefined && neverLeft(cause);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its caller says what an answer without JSON means; the text itself may quote what was sent.
    return undefined;
  }
}

function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

/** Ends early when the time for the whole call is over: the next try then says so. */
function pause(delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delay);
    signal.addEventListener('abort', done);
  });
}
