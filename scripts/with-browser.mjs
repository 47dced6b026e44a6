// node scripts/with-browser.mjs <command> [arguments]: runs a command with FLORIN_BROWSER and FLORIN_HEADLESS_SHELL set to browsers that exist.
import { spawn } from 'node:child_process';
import { browsers } from './browser.mjs';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...(await browsers()) },
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
