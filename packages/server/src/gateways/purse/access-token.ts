import { GatewayError } from '../../gateway.js';
import { refusedBySetup } from './refusal.js';

export interface AccessTokenOptions {
  url: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  timeout: number;
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** ms before its end at which a token is no longer used: a call that bears it takes its time. */
const MARGIN = 60_000;

interface Token {
  value: string;
  freshUntil: number;
}

/** OAuth 2.0 client credentials (RFC 6749, 4.4): one token for all calls, fetched once however many wait for it. */
export class AccessTokens {
  readonly #options: AccessTokenOptions;
  #token: Token | null = null;
  #fetching: Promise<string> | null = null;

  constructor(options: AccessTokenOptions) {
    this.#options = options;
  }

  async get(): Promise<string> {
    if (this.#token && this.#token.freshUntil > this.#options.now()) return this.#token.value;
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null));
    return this.#fetching;
  }

  /** The API does not take `refused` any more. Whoever says so first has it renewed. */
  async renew(refused: string): Promise<string> {
    if (this.#token?.value === refused) this.#token = null;
    return this.get();
  }

  async #fetch(): Promise<string> {
    const { url, clientId, clientSecret, apiKey, timeout, fetch, now } = this.#options;
    // The end is counted from before the call: the provider counts from within it.
    const asked = now();
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(url, {
        method: 'POST',
        // Whoever it leads to is not to have the client's secret.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/x-www-form-urlencoded',
          Authorization: `Basic ${basicOf(clientId, clientSecret)}`,
          'x-api-key': apiKey,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }).toString(),
      });
      body = await response.json().catch(() => null);
    } catch (cause) {
      throw new GatewayError('not_sent', 'token_unavailable', { cause });
    }
    // Whatever went wrong here, the call that wanted the token has not been made.
    if ([400, 401, 403, 404].includes(response.status)) throw refusedBySetup(`token_http_${response.status}`);
    const { access_token: value, expires_in: lifetime } = (body ?? {}) as Record<string, unknown>;
    if (!response.ok || typeof value !== 'string' || value === '')
      throw new GatewayError('not_sent', 'token_unavailable');
    const ms = typeof lifetime === 'number' && lifetime > 0 ? lifetime * 1000 : 0;
    this.#token = { value, freshUntil: asked + ms - Math.min(MARGIN, ms / 2) };
    return value;
  }
}

/** RFC 6749, 2.3.1: both are form-encoded first. */
function basicOf(clientId: string, clientSecret: string): string {
  const encode = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
  return btoa(`${encode(clientId)}:${encode(clientSecret)}`);
}
