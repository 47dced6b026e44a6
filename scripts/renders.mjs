// npm run renders: what a busy server asks of the display elements. 10,000 renders, 50 at once: each is what it is when it is
// alone, none holds a word of another, and memory stays where it was. Prints the time of one.
import { createHash } from 'node:crypto';
import { render } from '@florin/display/server';
import { pageOf } from './renders/page-of.mjs';

const RENDERS = 10_000;
const AT_ONCE = 50;
/** Of different pages. */
const PAGES = 250;
/** Bytes that the heap may have grown by between the second thousand and the last. What is drawn weighs ten times that. */
const GROWTH = 4 * 1024 * 1024;
const SAMPLE_EVERY = 1_000;

if (!globalThis.gc) throw new Error('Run it with --expose-gc: memory is compared after a collection.');

const pages = Array.from({ length: PAGES }, (_, index) => pageOf(index));
const alone = [];
for (const { html } of pages) alone.push(fingerprint(await render(html)));

const times = [];
const heaps = [];
const wrong = [];
let next = 0;
const started = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = (performance.now() - started) / 1000;

async function work() {
  while (next < RENDERS) {
    const turn = next++;
    const index = (turn * 7) % PAGES;
    const { html, own } = pages[index];
    const began = performance.now();
    const rendered = await render(html);
    times.push(performance.now() - began);
    if (fingerprint(rendered) !== alone[index]) wrong.push(`page ${index} is another one in turn ${turn}`);
    const strangers = [...rendered.matchAll(/ref-\d+-end/g)].filter(([word]) => word !== own);
    if (strangers.length > 0) wrong.push(`page ${index} holds ${strangers[0][0]} in turn ${turn}`);
    if (!rendered.includes(own)) wrong.push(`page ${index} lacks its own reference in turn ${turn}`);
    if (times.length % SAMPLE_EVERY === 0) {
      globalThis.gc();
      heaps.push(process.memoryUsage().heapUsed);
    }
  }
}

/** What is drawn; the numbers by which a browser finds the parts again count on from render to render. */
function fingerprint(html) {
  const drawn = html.replace(/ (?:s-id|c-id)="[^"]*"|<!--[^>]*-->/g, '');
  return createHash('sha256').update(drawn).digest('hex');
}

const sorted = times.toSorted((a, b) => a - b);
const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
const megabytes = heaps.map((bytes) => (bytes / 1024 / 1024).toFixed(1));
const grown = heaps.at(-1) - heaps[1];
console.log(`${RENDERS} renders of ${PAGES} different pages, ${AT_ONCE} at once: ${seconds.toFixed(1)} s`);
console.log(
  `  a page takes ${((seconds * 1000) / RENDERS).toFixed(2)} ms of the machine; from asked to answered ${at(0.5)} ms (median), ${at(0.95)} ms (95 %)`,
);
console.log(`  heap after each ${SAMPLE_EVERY}, MB: ${megabytes.join(' ')}`);
if (wrong.length > 0) console.error(`✗ ${wrong.length} are not right: ${wrong.slice(0, 5).join('; ')}`);
if (grown > GROWTH) console.error(`✗ the heap has grown by ${(grown / 1024 / 1024).toFixed(1)} MB`);
process.exit(wrong.length > 0 || grown > GROWTH ? 1 : 0);
