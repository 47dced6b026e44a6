import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { browserArguments } from './scripts/browser.mjs';

// Workspace packages are tested from their sources: no build is needed to run a test.
const resolve = { conditions: ['source', 'module', 'browser', 'development|production'] };
const executablePath = process.env['FLORIN_HEADLESS_SHELL'] ?? process.env['FLORIN_BROWSER'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/{contract,providers,locale,core,display,server,sandbox}/src/**/*.test.ts',
            // What the display elements draw on a server: of these tests alone the room has to be built before.
            'packages/display/server/**/*.test.ts',
            'e2e/every-code/**/*.test.ts',
            'scripts/**/*.test.ts',
            'demo/{src,server}/**/*.test.ts',
          ],
          // Files that run in one process share what they import.
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve,
        // Found late, a dependency makes Vite reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            'lit',
            'lit/decorators.js',
            'lit/directive.js',
            'lit/directives/repeat.js',
            'libphonenumber-js/core',
            'libphonenumber-js/min/metadata',
            'libphonenumber-js/mobile/examples',
            'uqr',
            'zod/mini',
            'eventsource-parser',
            'fast-check',
            '@testing-library/dom',
          ],
        },
        test: {
          name: 'component',
          include: ['packages/elements/src/**/*.test.ts'],
          // A file that is fetched takes its time on a busy machine: a second is not always enough for it.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
