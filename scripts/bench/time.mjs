import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../run.mjs';
import { costOfTyping } from './typing.mjs';

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
      target: 'es2022',
      rollupOptions: { output: { minify: true } },
    },
  });
  const text = await readFile(join(folder, 'bare.js'), 'utf8');
  await rm(folder, { recursive: true });
  return text;
}

/** How often the CPU is slowed down: a cheap phone beside this machine. */
const THROTTLE = 4;
const ROUNDS = 9;
/** The page with each form in it, its script and its tag. */
const forms = {
  bare: { page: 'bare', script: '/bare.js', tag: 'bare-form' },
  florin: { page: '', script: '/florin.js', tag: 'florin-checkout' },
};

/** Medians of rounds that alternate between the two forms, for each form and each thing that is timed. */
export async function timeForms(browser, url) {
  const rounds = { bare: [], florin: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(forms)) {
      const mount = await timeMount(browser, url, forms[name]);
      rounds[name].push({ mount, ...(await timeUse(browser, url, forms[name])) });
    }
  }
  return Object.fromEntries(
    Object.entries(rounds).map(([name, all]) => [
      name,
      Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((round) => round[key]))])),
    ]),
  );
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** ms to evaluate a script and to mount its form, until its first input is laid out. */
async function timeMount(browser, url, { script, tag }) {
  return inThrottledTab(browser, async (page, client) => {
    await page.goto(`${url}empty`);
    // The script is there already: what is timed is the machine, not the network.
    await page.evaluate((path) => fetch(path).then((response) => response.text()), script);
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    return page.evaluate(
      async ([path, name]) => {
        const start = performance.now();
        const element = document.createElement(name);
        for (const [key, value] of [
          ['endpoint', '/api'],
          ['intent', 'pi_bench'],
          ['client-secret', 's'],
          ['locale', 'en'],
        ])
          element.setAttribute(key, value);
        document.body.append(element);
        await import(path);
        const inputIn = (host) => host?.shadowRoot?.querySelector('input');
        const field = () => inputIn(element) ?? inputIn(element.shadowRoot?.querySelector('florin-card'));
        while (!field()) await element.updateComplete;
        field().getBoundingClientRect();
        return performance.now() - start;
      },
      [script, tag],
    );
  });
}

/**
 * `editable`: ms from the navigation to the page, its script in the browser's cache, until a key pressed in the first field is in it.
 * The field is focused in the first frame that has it. Then what a key costs: see `costOfTyping`.
 */
async function timeUse(browser, url, { page: path }) {
  return inThrottledTab(browser, async (page, client) => {
    await page.goto(url + path);
    await page.waitForLoadState('networkidle');
    await page.addInitScript(() => {
      const inputIn = (host) => host?.shadowRoot?.querySelector('input');
      const look = () => {
        const host = document.querySelector('florin-checkout, bare-form');
        const field = inputIn(host) ?? inputIn(host?.shadowRoot?.querySelector('florin-card'));
        if (!field) return requestAnimationFrame(look);
        field.addEventListener('input', () => (globalThis.edited ??= performance.now()), { capture: true });
        field.focus();
        return globalThis.fieldIsThere();
      };
      requestAnimationFrame(look);
    });
    await page.exposeFunction('fieldIsThere', () => page.keyboard.press('4'));
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.goto(url + path);
    const editable = await (await page.waitForFunction(() => globalThis.edited)).jsonValue();
    // Everything that comes after the form has come, so that only the keys are timed.
    await page.waitForLoadState('networkidle');
    return { editable, ...(await costOfTyping(browser, page, '242424242424242')) };
  });
}

async function inThrottledTab(browser, use) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const result = await use(page, await context.newCDPSession(page));
  await context.close();
  return result;
}
