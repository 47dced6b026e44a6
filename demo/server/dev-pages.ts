import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { Hono } from 'hono';
import type { ViteDevServer } from 'vite';
import { draw, isDrawn } from './drawn/drawn-pages.js';
import type { ShownShop } from './drawn/shown-shop.js';
import { pages } from './pages.js';

/** Pages from their sources, as they are edited. No policy stands on them: Vite's client injects what one forbids. */
export async function devPages(
  root: string,
  server: Server,
): Promise<{ pagesOf: (shop: ShownShop) => Hono; vite: ViteDevServer }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  const pagesOf = (shop: ShownShop): Hono => {
    const app = new Hono();
    for (const [address, file] of Object.entries(pages)) {
      app.get(address, async (c) => {
        const page = await vite.transformIndexHtml(`/${file}`, await readFile(join(root, file), 'utf8'));
        const { html, status } = isDrawn(address)
          ? await draw(c, page, { shop, nonce: '' })
          : { html: page, status: 200 as const };
        return c.html(html, status, { 'Cache-Control': 'no-store' });
      });
    }
    return app;
  };
  return { pagesOf, vite };
}
