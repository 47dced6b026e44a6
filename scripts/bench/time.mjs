import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../run.mjs';

/** The bare form, bundled as florin.js is. */
export async function buildBareForm() {
  const folder = await mkdtemp(join(tmpdir(), 'florin-bench-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    root: join(root, 'scripts/bench'),
    build: {
      outDir: folder,
      lib: { entry: 'bare-form.js', formats: ['es'], fileName: () => 'bare.js' },
      minify: 'oxc',
      target: 'es2022',
    },
  });
  const text = await readFile(join(folder, 'bare.js'), 'utf8');
  await rm(folder, { recursive: true });
  return text;
}

/** How often the CPU is slowed down: a cheap phone beside this machine. */
const THROTTLE = 4;
const ROUNDS = 9;

/** ms to evaluate each script and to mount its form until its first input is laid out: medians of rounds that alternate. */
export async function timeForms(browser, url) {
  const times = { bare: [], florin: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(times)) times[name].push(await timeOnce(browser, url, name));
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      all.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)],
    ]),
  );
}

async function timeOnce(browser, url, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await page.goto(`${url}empty`);
  // The script is there already: what is timed is the machine, not the network.
  const script = name === 'bare' ? '/bare.js' : '/florin.js';
  await page.evaluate((path) => fetch(path).then((response) => response.text()), script);
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const time = await page.evaluate(
    async ([path, tag]) => {
      const start = performance.now();
      const element = document.createElement(tag);
      for (const [key, value] of [
        ['endpoint', '/api'],
        ['intent', 'pi_bench'],
        ['client-secret', 's'],
        ['locale', 'en'],
      ])
        element.setAttribute(key, value);
      document.body.append(element);
      await import(path);
      const inputs = (from) =>
        from?.shadowRoot?.querySelector('input') ?? inputs2(from?.shadowRoot?.querySelector('florin-card'));
      const inputs2 = (from) => from?.shadowRoot?.querySelector('input');
      while (!inputs(element)) await element.updateComplete;
      inputs(element).getBoundingClientRect();
      return performance.now() - start;
    },
    [script, name === 'bare' ? 'bare-form' : 'florin-checkout'],
  );
  await context.close();
  return time;
}
