import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { contentSecurityPolicy } from './content-security-policy.js';
import { draw, isDrawn } from './drawn/drawn-pages.js';
import type { ShownShop } from './drawn/shown-shop.js';

/** Address → page in the build. */
export const pages: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/checkout': 'checkout.html',
  '/order': 'order.html',
  '/receipt': 'receipt.html',
  '/gallery': 'gallery.html',
  '/studio': 'studio.html',
  '/shops/bank': 'src/shops/bank.html',
  '/shops/toys': 'src/shops/toys.html',
  '/shops/fashion': 'src/shops/fashion.html',
  '/examples/react': 'examples/react/index.html',
  '/examples/react/order': 'examples/react/index.html',
  '/examples/vue': 'examples/vue/index.html',
  '/examples/vue/order': 'examples/vue/index.html',
  '/fixtures/strict-csp.html': 'src/fixtures/strict-csp.html',
  '/fixtures/strict-frames.html': 'src/fixtures/strict-frames.html',
  '/fixtures/foreign-root.html': 'src/fixtures/foreign-root.html',
  '/fixtures/bare.html': 'src/fixtures/bare.html',
};

/** Its checkout needs no bank in the policy: the kit at `/api/bridged` holds the banks' frames. */
const STRICT_FRAMES = '/fixtures/strict-frames.html';

/** Where vite.config.ts leaves room for a nonce. */
const NONCE_PLACE = 'PAGE_NONCE';

/** Serves the built pages, each answer with a nonce of its own. Those of the shop are drawn here, whole. */
export function builtPages(site: string, issuer: string, shop: ShownShop): Hono {
  const app = new Hono();
  for (const [address, file] of Object.entries(pages)) {
    app.get(address, async (c) => {
      const nonce = crypto.randomUUID().replaceAll('-', '');
      // Before anything of a visitor's stands in the page.
      const page = (await readFile(join(site, file), 'utf8')).replaceAll(NONCE_PLACE, nonce);
      const { html, status } = isDrawn(address)
        ? await draw(c, page, { shop, nonce })
        : { html: page, status: 200 as const };
      return c.html(html, status, {
        'Content-Security-Policy': contentSecurityPolicy({
          nonce,
          issuer: address === STRICT_FRAMES ? '' : issuer,
          isGallery: address === '/gallery',
          ...(address.startsWith('/examples/vue') && { trustedTypes: 'vue' }),
        }),
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
      });
    });
  }
  app.use(
    '/assets/*',
    serveStatic({
      root: site,
      // Names carry a hash of what they hold.
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  return app;
}

/** florin.js and its chunks, as a merchant would serve them from their own origin. */
export function florinFiles(): Hono {
  const folder = dirname(fileURLToPath(import.meta.resolve('@florin/elements/florin.js')));
  const app = new Hono();
  app.use('/florin/*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace('/florin', '') }));
  return app;
}
