// Finds a Chromium to test with, and installs one where there is none. A Firefox too, for what engines do differently.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiums = {
  wanted: process.env.FLORIN_BROWSER,
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};
/** The same engine without the window around the page: a sixth less work. */
const shells = { wanted: process.env.FLORIN_HEADLESS_SHELL, names: ['chromium-headless-shell'], places: [] };
const firefoxes = {
  wanted: process.env.FLORIN_FIREFOX,
  names: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The browser under test calls nobody but this machine. */
export const browserArguments = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

function onThisMachine({ wanted, names, places }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [wanted, ...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find((path) => path && existsSync(path));
}

function run(command, args, env = {}) {
  console.log(`$ ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status === 0
  );
}

/** Debian's package, when we are root there. */
function installPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env);
}

async function ofPlaywright() {
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Path of a browser: one of this machine's, else Debian's package when we are root there, else Playwright's own download. */
async function findBrowser() {
  const found = onThisMachine(chromiums) ?? (await ofPlaywright());
  if (found) return found;
  installPackage('chromium');
  const installed = onThisMachine(chromiums);
  if (installed) return installed;
  run('npx', ['playwright', 'install', 'chromium']);
  const downloaded = await ofPlaywright();
  if (downloaded) return downloaded;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or set FLORIN_BROWSER to its path.',
  );
}

/** Path of a Chromium without a window; where there is none, of a whole one. */
async function findHeadlessShell() {
  if (process.env.FLORIN_BROWSER && !process.env.FLORIN_HEADLESS_SHELL) return process.env.FLORIN_BROWSER;
  const found = onThisMachine(shells);
  if (found) return found;
  installPackage(shells.names[0]);
  return onThisMachine(shells) ?? findBrowser();
}

/** What a run that needs a browser is told. Whoever names one browser has it for everything. */
export async function browsers() {
  return { FLORIN_BROWSER: await findBrowser(), FLORIN_HEADLESS_SHELL: await findHeadlessShell() };
}

/** Path of a stock Firefox. There is not one everywhere, and what asks for it goes on without. */
export function findFirefox() {
  const found = onThisMachine(firefoxes);
  if (found) return found;
  installPackage('firefox-esr');
  return onThisMachine(firefoxes);
}
