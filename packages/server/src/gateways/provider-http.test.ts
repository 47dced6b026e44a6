import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { GatewayError } from '../gateway.js';
import { ProviderHttp } from './provider-http.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: RequestListener) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** Where nobody listens any more. */
async function goneUrl(): Promise<string> {
  const { url } = await listen(() => undefined);
  await new Promise((closed) => servers.pop()?.close(closed));
  return url;
}

const dialect = {
  authorize: () => ({ 'X-API-Key': 'key_1' }),
  refusalOf: (status: number) => new GatewayError('refused', `http_${status}`),
};
const card = { card_number: '4242424242424242' };
const pay = (baseUrl: string, fetch?: typeof globalThis.fetch) =>
  new ProviderHttp({ baseUrl, retryDelay: 1, ...(fetch && { fetch }) }, dialect).call({
    method: 'POST',
    path: '/payments',
    body: card,
  });

describe('a redirect', () => {
  it('after the payment was taken, to a host that is gone, does not send it again', async () => {
    const gone = await goneUrl();
    const { url, requests } = await listen((_, response) => void response.writeHead(303, { Location: gone }).end());
    await expect(pay(url)).rejects.toMatchObject({ outcome: 'unknown', code: 'http_3xx' });
    expect(requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('with %i hands neither card nor key to anybody', async (status) => {
    const other = await listen((_, response) => void response.end('{}'));
    const location = `${other.url}/elsewhere`;
    const { url } = await listen((_, response) => void response.writeHead(status, { Location: location }).end());
    await expect(pay(url)).rejects.toMatchObject({ outcome: 'unknown', code: 'http_3xx' });
    expect(other.requests).toEqual([]);
  });

  it('that a runtime does not show is one all the same', async () => {
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    await expect(pay('https://api.provider.example', async () => opaque)).rejects.toMatchObject({
      outcome: 'unknown',
      code: 'http_3xx',
    });
  });
});
