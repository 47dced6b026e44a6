import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { groups } from './chunks.js';

const here = import.meta.dirname;

/** `<!-- include: file -->` in a page: the header and the footer are written once. */
const includes: Plugin = {
  name: 'includes',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) =>
      page.replace(/<!-- include: ([\w.-]+) -->/g, (_, file: string) =>
        readFileSync(join(here, 'src/shop', file), 'utf8'),
      ),
  },
};

export default defineConfig({
  root: here,
  // Workspace packages come from their sources: a change shows at once, and one build is enough.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  plugins: [includes, vue()],
  // server/pages.ts puts a fresh nonce in the place of this one.
  html: { cspNonce: 'PAGE_NONCE' },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      output: { codeSplitting: { groups: groups() } },
      // 'use client' is for frameworks that have servers of their own.
      onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
      input: [
        'index.html',
        'checkout.html',
        'order.html',
        'receipt.html',
        'gallery.html',
        'studio.html',
        'examples/react/index.html',
        'examples/vue/index.html',
        'src/shops/bank.html',
        'src/shops/toys.html',
        'src/shops/fashion.html',
        'src/fixtures/strict-csp.html',
        'src/fixtures/strict-frames.html',
        'src/fixtures/foreign-root.html',
        'src/fixtures/bare.html',
      ].map((page) => join(here, page)),
    },
  },
});
