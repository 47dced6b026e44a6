// npm run bench: what a merchant's page loads before the card form can be typed in, per file and in sum, brotli and gzip.
// Beside it, the time to evaluate and mount, next to a bare Lit form in the same run.
// With --budget it fails when the sum is over the budget; CI runs it so.
import { chromium } from 'playwright';
import { browserArguments } from '../browser.mjs';
import { budgets } from './budgets.mjs';
import { servePage } from './page.mjs';
import { buildBareForm, timeForms } from './time.mjs';
import { brotliSize, gzipSize, kilobytes, packagesIn } from './weigh.mjs';

/** The views that a card may lead to: their code comes while the customer types. */
const fetchedAhead = ['status', 'three-ds', 'three-ds-method'];
const isCheck = process.argv.includes('--budget');
// Times are printed, never judged: a shared machine has its moods.
const page = await servePage(isCheck ? {} : { '/bare.js': await buildBareForm() });
const browser = await chromium.launch({ args: browserArguments, executablePath: process.env.FLORIN_BROWSER });
try {
  const first = await loadedBefore('the form can be typed in');
  const all = await loadedBefore('it can be paid');
  const later = all.filter(({ path }) => !first.some((file) => file.path === path));

  const sum = show('Before the card form can be typed in', first, budgets.firstLoad);
  show('After that, before the customer can pay', later, budgets.untilPayable);
  showPackages([...first, ...later]);

  if (!isCheck) showTimes(await timeForms(browser, page.url));

  const over = [
    sum.brotli > budgets.firstLoad && `the first load is over its budget of ${kilobytes(budgets.firstLoad)}`,
    brotliOf(later) > budgets.untilPayable && `what follows is over its budget of ${kilobytes(budgets.untilPayable)}`,
  ].filter(Boolean);
  for (const message of over) console.error(`bench: ${message}`);
  if (isCheck && over.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await page.close();
}

/** Files that arrived before a moment. For the first one everything that is fetched by `import()` is held back, so that only what the form needs is counted. */
async function loadedBefore(moment) {
  const tab = await browser.newPage();
  const files = [];
  const isFirst = moment === 'the form can be typed in';
  tab.on('response', async (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith('/api/') || path === '/') return;
    files.push({ path, body: response.body() });
  });
  const arrived = async (name) => {
    while (!files.some(({ path }) => path.startsWith(`/florin-${name}-`))) await tab.waitForEvent('response');
  };
  if (isFirst) await tab.route(/florin-[^/]*\.js$/, () => {});
  await tab.goto(page.url);
  const number = tab.locator('florin-checkout input[autocomplete=cc-number]');
  await number.pressSequentially('4242');
  if ((await number.inputValue()) !== '4242') throw new Error('The card number cannot be typed in.');
  if (!isFirst) await tab.locator('florin-checkout[phase=ready]').waitFor();
  if (!isFirst) await tab.getByRole('button', { name: /^Pay €/ }).waitFor();
  // What is fetched ahead is counted whole, whenever it comes.
  if (!isFirst) await fillIn(tab);
  if (!isFirst) await Promise.all(fetchedAhead.map((name) => arrived(name)));
  if (!isFirst) await tab.waitForLoadState('networkidle');
  const loaded = await Promise.all(files.map(async ({ path, body }) => ({ path, text: await body })));
  await tab.close();
  return loaded;
}

async function fillIn(tab) {
  const texts = { 'cc-number': '4242424242424242', 'cc-exp': '1242', 'cc-csc': '123' };
  for (const [name, text] of Object.entries(texts))
    await tab.locator(`florin-checkout input[autocomplete=${name}]`).fill(text);
}

function brotliOf(files) {
  return files.reduce((sum, { text }) => sum + brotliSize(text), 0);
}

function show(title, files, budget) {
  const rows = files.map(({ path, text }) => ({
    name: path.slice(1),
    raw: text.length,
    gzip: gzipSize(text),
    brotli: brotliSize(text),
  }));
  const sum = rows.reduce(
    (total, row) => ({
      name: 'sum',
      raw: total.raw + row.raw,
      gzip: total.gzip + row.gzip,
      brotli: total.brotli + row.brotli,
    }),
    { raw: 0, gzip: 0, brotli: 0 },
  );
  console.log(`\n${title} (budget ${kilobytes(budget)} brotli)`);
  for (const { name, raw, gzip, brotli } of [...rows, sum])
    console.log(
      `  ${name.padEnd(34)} ${kilobytes(raw).padStart(9)} raw ${kilobytes(gzip).padStart(9)} gzip ${kilobytes(brotli).padStart(9)} brotli`,
    );
  return sum;
}

function showTimes({ bare, florin }) {
  console.log('\nAt 4× CPU throttle, script already fetched, medians of alternating rounds');
  const row = (title, key, unit, digits) => {
    const [least, ours] = [bare[key], florin[key]];
    const ratio = least > 0 ? ` · ${(ours / least).toFixed(2)}×` : '';
    console.log(
      `  ${title.padEnd(52)} bare Lit form ${least.toFixed(digits)}${unit} · florin-checkout ${ours.toFixed(digits)}${unit}${ratio}`,
    );
  };
  row('evaluate and mount', 'mount', ' ms', 0);
  row('navigation until a key is in the first field', 'editable', ' ms', 0);
  row('main thread per key in the number, to the next frame', 'perKey', ' ms', 1);
  row('layouts forced by a script, per key', 'forcedLayouts', '', 2);
}

/** Whose code it is. Parts compressed alone weigh a little more than they do together. */
function showPackages(files) {
  console.log('\nBy package (each compressed alone)');
  for (const { name, raw, brotli } of packagesIn(files))
    console.log(
      `  ${name.padEnd(34)} ${kilobytes(raw).padStart(9)} raw ${' '.repeat(15)}${kilobytes(brotli).padStart(9)} brotli`,
    );
}
