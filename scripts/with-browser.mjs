// node scripts/with-browser.mjs <command> [arguments]: runs a command with FLORIN_BROWSER set to a browser that exists.
import { spawn } from 'node:child_process';
import { findBrowser } from './browser.mjs';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FLORIN_BROWSER: await findBrowser() },
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
