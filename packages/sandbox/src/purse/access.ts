import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Clock } from '../clock.js';
import { readForm } from '../pages/form.js';
import { randomId } from '../random-id.js';
import { PurseProblem } from './problem.js';

export interface Credentials {
  clientId: string;
  clientSecret: string;
  apiKey: string;
}

/** Seconds, as documented. */
const LIFETIME = 3600;

/** OAuth 2.0 client credentials beside an API key: who may use the API. */
export class Access {
  /** Token → its end. */
  readonly #tokens = new Map<string, number>();

  constructor(
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {}

  /** `POST /oauth/token`: the client in the header or in the form (RFC 6749, 2.3.1). */
  async issue(c: Context): Promise<Response> {
    const form = await readForm(c);
    const { clientId, clientSecret } = this.credentials;
    const given = clientIn(c.req.header('Authorization')) ?? [form['client_id'] ?? '', form['client_secret'] ?? ''];
    if (!isSame(given.join(':'), `${clientId}:${clientSecret}`))
      return c.json({ error: 'invalid_client' }, 401, { 'Cache-Control': 'no-store' });
    if (form['grant_type'] !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400);
    const token = randomId();
    this.#tokens.set(token, this.clock.now() + LIFETIME * 1000);
    const body = { access_token: token, token_type: 'Bearer', expires_in: LIFETIME };
    return c.json(body, 200, { 'Cache-Control': 'no-store' });
  }

  check(c: Context): void {
    const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '') ?? [];
    const end = this.#tokens.get(token) ?? 0;
    if (end <= this.clock.now()) throw new PurseProblem(401, 'Unauthorized.');
    if (!isSame(c.req.header('x-api-key') ?? '', this.credentials.apiKey)) throw new PurseProblem(403, 'Forbidden.');
  }

  /** As when an administrator does it: before their time. */
  revokeAll(): void {
    this.#tokens.clear();
  }
}

function clientIn(header: string | undefined): string[] | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const decode = (text: string) => new URLSearchParams(`=${text}`).get('') ?? '';
  return Buffer.from(encoded, 'base64').toString('utf8').split(':').map(decode);
}

/** Compares in the same time whatever the difference, lengths included. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
