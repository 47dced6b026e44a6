import { describe, expect, it } from 'vitest';
import { AccessTokens } from './access-token.js';
import { json, refusedConnection, scriptedProvider, type Reply } from './scripted-provider.fixture.js';

function open(replies: Reply | Reply[]) {
  const { fetch, calls } = scriptedProvider({ 'POST /oauth/token': replies });
  const clock = { now: Date.parse('2026-01-15T10:00:00Z') };
  const url = 'https://purse.example/oauth/token';
  const credentials = { clientId: 'client 1', clientSecret: 's:1', apiKey: 'key_1' };
  const tokens = new AccessTokens({ url, ...credentials, timeout: 1_000, fetch, now: () => clock.now });
  return { tokens, calls, clock };
}

const granted = (value: string, expires_in: unknown = 3600) =>
  json({ access_token: value, token_type: 'Bearer', expires_in });

describe('an access token', () => {
  it('is asked for with the client’s credentials and the API key', async () => {
    const { tokens, calls } = open(granted('t1'));
    expect(await tokens.get()).toBe('t1');
    const [{ headers, body } = { headers: new Headers(), body: '' }] = calls;
    expect(atob(headers.get('Authorization')?.slice('Basic '.length) ?? '')).toBe('client+1:s%3A1');
    expect(headers.get('x-api-key')).toBe('key_1');
    expect(headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
    expect(body).toBe('grant_type=client_credentials');
  });

  it('is fetched once for many callers, and again shortly before its end', async () => {
    const { tokens, calls, clock } = open([granted('t1'), granted('t2')]);
    expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['t1', 't1', 't1']);
    clock.now += 3_539_000;
    expect(await tokens.get()).toBe('t1');
    clock.now += 2_000;
    expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['t2', 't2']);
    expect(calls).toHaveLength(2);
  });

  it.each([[undefined], ['3600'], [-1]])('without a lifetime (%o) is good for one fetch', async (lifetime) => {
    const { tokens, calls } = open(() => Promise.resolve(json({ access_token: 't1', expires_in: lifetime })));
    await tokens.get();
    await tokens.get();
    expect(calls).toHaveLength(2);
  });

  it('that is not taken any more is renewed once, however many say so', async () => {
    const { tokens, calls } = open([granted('t1'), granted('t2'), granted('t3')]);
    await tokens.get();
    expect(await Promise.all([tokens.renew('t1'), tokens.renew('t1')])).toEqual(['t2', 't2']);
    // Said late, of a token that was renewed since.
    expect(await tokens.renew('t1')).toBe('t2');
    expect(calls).toHaveLength(2);
  });

  it.each<[string, Reply, object]>([
    ['no connection', refusedConnection(), { outcome: 'not_sent', code: 'token_unavailable' }],
    ['a server in trouble', json({}, 503), { outcome: 'not_sent', code: 'token_unavailable' }],
    ['no JSON', new Response('<html>'), { outcome: 'not_sent', code: 'token_unavailable' }],
    ['no token', json({ token_type: 'Bearer' }), { outcome: 'not_sent', code: 'token_unavailable' }],
    [
      'wrong credentials',
      json({ error: 'invalid_client' }, 401),
      { outcome: 'refused', code: 'token_http_401', failure: { reason: 'merchant_setup' } },
    ],
  ])('that cannot be had (%s) leaves nothing in doubt, and is asked for anew', async (_, reply, expected) => {
    const { tokens } = open([reply, granted('t1')]);
    const error: unknown = await tokens.get().catch((error: unknown) => error);
    expect(error).toMatchObject({ name: 'GatewayError', ...expected });
    expect(JSON.stringify(error)).not.toContain('s:1');
    expect(await tokens.get()).toBe('t1');
  });
});
