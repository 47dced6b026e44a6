import { GatewayError, type GatewayPayment } from '../../gateway.js';
import { ProviderHttp, type ProviderCall } from '../provider-http.js';
import { AccessTokens } from './access-token.js';
import { defaultPaths, type PurseOptions, type PursePaths } from './options.js';
import { refusalOf } from './refusal.js';

const TIMEOUT = 20_000;

/** Purse's API and its vault, behind one access token. */
export class PurseApi {
  readonly #api: ProviderHttp;
  readonly #vault: ProviderHttp;
  readonly #tokens: AccessTokens;
  readonly #paths: PursePaths;

  constructor(options: PurseOptions) {
    const { clientId, clientSecret, apiKey, timeout = TIMEOUT, now = () => Date.now() } = options;
    const baseUrl = options.baseUrl.replace(/\/+$/, '');
    const { tokenUrl = `${baseUrl}/oauth/token`, vaultUrl = `${baseUrl}/vault/v1/form-tokens` } = options;
    const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    const dialect = { authorize: () => ({ 'x-api-key': apiKey }), refusalOf };
    this.#api = new ProviderHttp(options, dialect);
    this.#vault = new ProviderHttp({ ...options, baseUrl: vaultUrl }, dialect);
    this.#tokens = new AccessTokens({ url: tokenUrl, clientId, clientSecret, apiKey, timeout, fetch, now });
    this.#paths = { ...defaultPaths, ...options.paths };
  }

  get(path: keyof PursePaths, id: string, payment: GatewayPayment): Promise<unknown> {
    return this.#call(this.#api, { method: 'GET', path: this.#path(path, id), payment });
  }

  /** No money can move in it: a second session is only a second session. */
  openSession(body: object, payment: GatewayPayment): Promise<unknown> {
    const path = this.#path('sessions', '');
    return this.#call(this.#api, { method: 'POST', path, body, payment, isIdempotent: true });
  }

  /** Never sent again once it may have arrived: Purse documents no idempotency. */
  post(
    path: keyof PursePaths,
    id: string,
    body: object,
    payment: GatewayPayment,
    isInTime = () => true,
  ): Promise<unknown> {
    return this.#call(this.#api, { method: 'POST', path: this.#path(path, id), body, payment }, isInTime);
  }

  /** A second token of the same card is only a second token. */
  tokenize(body: object, payment: GatewayPayment): Promise<unknown> {
    return this.#call(this.#vault, { method: 'POST', path: '', body, payment, isIdempotent: true });
  }

  #path(name: keyof PursePaths, id: string): string {
    return this.#paths[name].replace('{id}', encodeURIComponent(id));
  }

  async #call(http: ProviderHttp, call: ProviderCall, isInTime = () => true): Promise<unknown> {
    const bearing = (token: string) => {
      // Asked once the token is there, for which there may have been a wait.
      if (!isInTime()) throw new GatewayError('not_sent', 'too_late');
      return http.call({ ...call, headers: { Authorization: `Bearer ${token}` } });
    };
    const token = await this.#tokens.get();
    try {
      return await bearing(token);
    } catch (error) {
      // Turned away unread: a token may end before its time. What may have arrived before is `unknown` and stays so.
      const isTokenRefused = error instanceof GatewayError && error.code === 'http_401' && error.outcome === 'refused';
      if (!isTokenRefused) throw error;
      return bearing(await this.#tokens.renew(token));
    }
  }
}
