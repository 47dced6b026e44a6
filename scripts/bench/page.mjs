import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../run.mjs';

const pageOf = (script, tag) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>bench</title>
  <link rel="icon" href="data:,">
  <script type="module" src="${script}"></script>
  ${tag}
</html>`;

const pages = {
  '/': pageOf(
    '/florin.js',
    '<florin-checkout endpoint="/api" intent="pi_bench" client-secret="secret" locale="en"></florin-checkout>',
  ),
  '/bare': pageOf('/bare.js', '<bare-form></bare-form>'),
  '/empty': '<!doctype html><link rel="icon" href="data:,">',
};

const intent = () => ({
  id: 'pi_bench',
  version: 1,
  status: 'pending',
  amount: { value: 4999, currency: 'EUR', exponent: 2 },
  merchant: { name: 'Bench' },
  server_time: new Date().toISOString(),
  methods: [{ type: 'card' }],
  active_attempt: null,
});

/** A merchant's page with one tag, as small as it can be, and a backend that answers one intent. `extra` files stand beside it. */
export async function servePage(extra = {}) {
  const files = join(root, 'packages/elements/dist/cdn');
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // A script is kept by the browser, as a merchant's would be; a page and an intent are not.
    const send = (type, body) => {
      const cache = type === 'text/javascript' ? 'max-age=600' : 'no-store';
      response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(body);
    };
    if (pages[pathname]) return send('text/html', pages[pathname]);
    if (extra[pathname]) return send('text/javascript', extra[pathname]);
    if (pathname.startsWith('/api/')) return send('application/json', JSON.stringify(intent()));
    if (extname(pathname) !== '.js' || pathname.includes('..')) return response.writeHead(404).end();
    return send('text/javascript', await readFile(join(files, pathname)));
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
