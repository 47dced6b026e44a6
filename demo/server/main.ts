import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createSandbox } from '@florin/sandbox';
import { lookupCards } from '@florin/sandbox/test-cards';
import { createCheckoutServer, openStore } from '@florin/server';
import { Customers } from './customers.js';
import type { ShownShop } from './drawn/shown-shop.js';
import { PortError, httpServer, listen, stop } from './listen.js';
import { logLine } from './log.js';
import { builtPages } from './pages.js';
import { createProviders } from './providers.js';
import { BRIDGED_PATH, CHECKOUT_PATH, MERCHANT, createShop } from './shop.js';

const port = Number(process.env['PORT'] ?? 4242);
// Of this machine only: a demo shop is nobody else's business. HOST=0.0.0.0 opens it.
const hostname = process.env['HOST'] ?? '127.0.0.1';
const development = process.argv.includes('--dev');
const root = demoFolder();

const publicUrl = `http://localhost:${port}`;
const sandboxUrl = `http://localhost:${port + 1}`;
const providers = createProviders(sandboxUrl, (gateway) => `${publicUrl}${CHECKOUT_PATH}/webhooks/${gateway}`);

try {
  await start();
} catch (error) {
  if (!(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new PortError('PORT must be a number from 1 to 65534.');
  let listener: RequestListener = (_, response) => void response.writeHead(503, { 'Retry-After': '1' }).end();
  const shopServer = httpServer((request, response) => listener(request, response));
  // Ports first: they fail fast, the store takes a second.
  await listen(shopServer, port, hostname);

  const { accounts, gateways, vault } = providers;
  const sandbox = createSandbox({ publicUrl: sandboxUrl, accounts, merchant: MERCHANT });
  const sandboxServer = httpServer(getRequestListener(sandbox.fetch));
  await listen(sandboxServer, port + 1, hostname);

  const store = await openStore({ databaseUrl: process.env['DATABASE_URL'] });
  const options = {
    store,
    gateways: { ...gateways },
    publicUrl: `${publicUrl}${CHECKOUT_PATH}`,
    origins: [publicUrl],
    merchant: { name: MERCHANT },
    cardRanges: lookupCards.map(({ range }) => range),
    ...(!development && { log: logLine }),
  };
  const checkout = createCheckoutServer(options);
  const bridged = createCheckoutServer({
    ...options,
    // Whoever is closed last closes it.
    store: { ...store, close: () => Promise.resolve() },
    publicUrl: `${publicUrl}${BRIDGED_PATH}`,
    challengeBridge: true,
  });
  const customers = new Customers({ checkout, ...vault });
  const shop = { checkout, bridged, customers, publicUrl, sandboxUrl };

  if (development) {
    const { devPages } = await import('./dev-pages.js');
    const { pagesOf, vite } = await devPages(root, shopServer);
    const serve = getRequestListener(createShop({ ...shop, pagesOf }).fetch);
    listener = (request, response) => vite.middlewares(request, response, () => void serve(request, response));
    onShutdown(() => vite.close());
  } else {
    const site = join(root, 'dist/site');
    if (!existsSync(join(site, 'index.html'))) throw new Error('The demo is not built. Run `npm run build` first.');
    const pagesOf = (shown: ShownShop) => builtPages(site, sandboxUrl, shown);
    listener = getRequestListener(createShop({ ...shop, pagesOf }).fetch);
  }
  onShutdown(async () => {
    sandbox.close();
    await Promise.all([stop(shopServer), stop(sandboxServer)]);
    await bridged.close();
    await checkout.close();
  });

  console.log(
    [
      `Florin demo shop: ${publicUrl}`,
      `  Order the lamp and pay with 4242 4242 4242 4242, any later date, any code.`,
      `  “Test cards” at the foot of each page lists what else can happen; “Try the checkout another way” changes the provider.`,
      `  Simulated providers and bank: ${sandboxUrl} (see packages/sandbox/README.md)`,
      `  Ctrl+C stops both.`,
    ].join('\n'),
  );
}

function onShutdown(task: () => Promise<void>): void {
  let stopping = false;
  const run = () => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    void task().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.on('SIGINT', run);
  process.on('SIGTERM', run);
}

/** This file runs as `demo/server/main.ts` and as `demo/dist/js/server/main.js`. */
function demoFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
