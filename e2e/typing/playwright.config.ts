import { defineConfig } from '@playwright/test';
import { seed } from './random.js';

// The workers read it from here: all of them are to type the same run.
process.env['FLORIN_SEED'] ??= String(seed);
if (process.env['TEST_WORKER_INDEX'] === undefined) console.log(`FLORIN_SEED=${process.env['FLORIN_SEED']}`);

export default defineConfig({
  outputDir: '../../test-results/typing',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // The longest takes a minute where little else runs.
  timeout: 300_000,
  reporter: [['list'], ['json', { outputFile: '../../test-results/typing.json' }]],
});
