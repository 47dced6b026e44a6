import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { Hono } from 'hono';
import type { ViteDevServer } from 'vite';
import { pages } from './pages.js';

/** Pages from their sources, as they are edited. No policy stands on them: Vite's client injects what one forbids. */
export async function devPages(root: string, server: Server): Promise<{ app: Hono; vite: ViteDevServer }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  const app = new Hono();
  for (const [address, file] of Object.entries(pages)) {
    app.get(address, async (c) => {
      const page = await readFile(join(root, file), 'utf8');
      return c.html(await vite.transformIndexHtml(`/${file}`, page), 200, { 'Cache-Control': 'no-store' });
    });
  }
  return { app, vite };
}
