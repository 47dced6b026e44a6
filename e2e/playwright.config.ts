import { defineConfig } from '@playwright/test';
import { browserArguments } from '../scripts/browser.mjs';
import { switchedOff } from './browser-features.js';

const port = Number(process.env['E2E_PORT'] ?? 4252);
const whole = process.env['FLORIN_BROWSER'];
const shell = process.env['FLORIN_HEADLESS_SHELL'] ?? whole;

/** What is about the browser's own windows and stores, and pictures, which are drawn a little otherwise without a window. */
const ofTheWhole = /journeys\/(autofill|merchant-form|payment-window|print|redirect|visual)\.spec\.ts$/;

/** Letters and colours do not depend on the machine's screen. */
const drawnAlike = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

const launchedFrom = (executablePath?: string) => ({
  launchOptions: {
    args: [...browserArguments, switchedOff, ...drawnAlike],
    ...(executablePath && { executablePath }),
  },
});

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  // Two cores, and one journey more than that: many wait for a time to pass.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  // Polling takes up to ten seconds between two looks: whoever waits for it must outlast one.
  expect: {
    timeout: 20_000,
    // e2e/pictures/otp-en-light-400.png: a person looks at them too. A line of one pixel around one field is more than this.
    toHaveScreenshot: { pathTemplate: '{testDir}/../pictures/{arg}{ext}', threshold: 0.05, maxDiffPixels: 100 },
  },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    // Recording every journey makes all of them slower: `npx playwright test --trace on` records the one that is looked into.
    trace: 'off',
  },
  projects: [
    { name: 'browser', testMatch: ofTheWhole, use: launchedFrom(whole) },
    { name: 'shell', testIgnore: ofTheWhole, use: launchedFrom(shell) },
  ],
  webServer: {
    command: 'node ../demo/dist/js/server/main.js',
    url: `http://localhost:${port}`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
