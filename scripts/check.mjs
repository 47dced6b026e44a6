// npm test: every check of the project, each counted. A small machine runs one browser at a time; what needs neither a browser
// nor more than one core goes two at a time.
// Ends with "N passed, N failed". `npm test -- types unit` runs the named checks alone.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browsers, findFirefox } from './browser.mjs';
import { attempt, root } from './run.mjs';

const reports = join(root, 'test-results');
mkdirSync(reports, { recursive: true });

const bin = (name) => join(root, 'node_modules', '.bin', name);
const tsc = 'node_modules/ts7/bin/tsc';

/** A check without a report of its own counts as one. */
const checks = [
  // Before all others: of what Stencil writes, the display room has no sources.
  { name: 'build', command: 'node', args: ['scripts/build.mjs'] },
  { name: 'renders', isLight: true, command: 'node', args: ['--expose-gc', 'scripts/renders.mjs'] },
  {
    name: 'format',
    isLight: true,
    command: bin('prettier'),
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'lint', isLight: true, command: bin('oxlint'), args: ['--deny-warnings'] },
  { name: 'tokens', isLight: true, command: 'node', args: ['scripts/tokens.mjs', '--check'] },
  {
    name: 'imports',
    isLight: true,
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.mjs', 'packages', 'demo', 'e2e'],
  },
  { name: 'types', isLight: true, command: 'node', args: [tsc, '-p', 'tsconfig.tests.json'] },
  {
    name: 'display',
    isLight: true,
    command: 'node',
    args: [tsc, '-b', 'packages/display/tsconfig.tests.json', 'packages/display/wrapper-types'],
  },
  { name: 'docs', isLight: true, command: 'node', args: ['scripts/docs.mjs', '--check'] },
  { name: 'node', isLight: true, command: 'node', args: ['scripts/node-imports.mjs'] },
  { name: 'unit', command: bin('vitest'), args: vitest('unit'), report: 'unit.json', read: vitestCounts },
  {
    name: 'component',
    command: bin('vitest'),
    args: vitest('component'),
    report: 'component.json',
    read: vitestCounts,
    browser: true,
  },
  {
    name: 'typing',
    command: 'npm',
    args: ['run', 'typing', '--silent', '-w', '@florin/e2e'],
    report: 'typing.json',
    read: playwrightCounts,
    browser: true,
    firefox: true,
  },
  { name: 'size', command: 'node', args: ['scripts/bench/bench.mjs', '--budget'], browser: true },
  {
    name: 'e2e',
    command: 'npm',
    args: ['test', '--silent', '-w', '@florin/e2e'],
    report: 'e2e.json',
    read: playwrightCounts,
    browser: true,
  },
];

function vitest(project) {
  return [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ];
}

function vitestCounts(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** A run that ended badly without a failed test to show for it is a failure of its own. */
function count(check, ok) {
  if (!check.read) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  try {
    const counts = check.read(JSON.parse(readFileSync(join(reports, check.report), 'utf8')));
    const isEmpty = counts.passed + counts.failed === 0;
    return {
      passed: counts.passed,
      failed: isEmpty || (!ok && counts.failed === 0) ? counts.failed + 1 : counts.failed,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is named ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const announce = (name) => console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);

async function perform(check) {
  const started = performance.now();
  if (!check.isLight) announce(check.name);
  if (check.report) rmSync(join(reports, check.report), { force: true });
  const firefox = check.firefox && findFirefox();
  const env = {
    ...(check.browser && (await browsers())),
    ...(firefox && { FLORIN_FIREFOX: firefox }),
  };
  // Of two that speak at once nobody is understood: each is heard when it has ended.
  const { ok, output } = await attempt(check.command, check.args, { env, capture: check.isLight });
  if (check.isLight) {
    announce(check.name);
    process.stdout.write(output);
  }
  return { name: check.name, ...count(check, ok), seconds: (performance.now() - started) / 1000 };
}

/** Light ones that follow each other: two at a time. */
async function performTogether(group) {
  const waiting = [...group];
  const done = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) done.push(await perform(check));
  };
  await Promise.all([lane(), lane()]);
  return done;
}

const groups = [];
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  if (check.isLight && groups.at(-1)?.[0].isLight) groups.at(-1).push(check);
  else groups.push([check]);
}
const rows = [];
for (const group of groups) rows.push(...(await performTogether(group)));

console.log('');
for (const { name, passed, failed, seconds } of rows)
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${seconds.toFixed(0).padStart(4)} s`,
  );
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 ? 0 : 1);
