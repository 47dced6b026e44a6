// Runs one command of the project and says how long it took; ends the whole with its exit code when it fails.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Resolves to whether the command succeeded, and what it printed, errors too, when `capture` is set. */
export function attempt(command, args, { capture = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', ...(capture ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** `capture`: what the command says is shown when it fails, and not before. */
export async function run(name, command, args, { quiet = false, ...how } = {}) {
  const started = performance.now();
  const { ok, output } = await attempt(command, args, how);
  if (!ok) {
    if (output) console.error(output);
    console.error(`build: ${name} failed (${command} ${args.join(' ')})`);
    process.exit(1);
  }
  if (!quiet) console.log(`build: ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
