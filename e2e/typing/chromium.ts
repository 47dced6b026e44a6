import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { browserArguments } from '../../scripts/browser.mjs';

const executable = process.env['FLORIN_HEADLESS_SHELL'] ?? process.env['FLORIN_BROWSER'] ?? '';

type Send = <Answer = unknown>(method: string, parameters?: object) => Promise<Answer>;

/** A tab of a Chromium of its own. */
export interface Tab {
  send: Send;
  /** Runs in the page. */
  run<Answer = unknown>(expression: string): Promise<Answer>;
  close(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
}

/**
 * Chromium, spoken to through its pipe. Playwright's layers cost four times what a key does here, and a hundred thousand keys
 * are to be pressed: this is what makes the run one of a minute.
 */
export async function openTab(url: string): Promise<Tab> {
  const profile = await mkdtemp(join(tmpdir(), 'florin-typing-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
  const browser = spawn(executable, [...flags, `--user-data-dir=${profile}`, ...browserArguments, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [toBrowser, fromBrowser] = [browser.stdio[3] as Duplex, browser.stdio[4] as Duplex];
  const waiting = new Map<number, (message: Message) => void>();
  const events = new Map<string, () => void>();
  let last = 0;
  let sessionId: string | undefined;

  let unread = '';
  fromBrowser.setEncoding('utf8').on('data', (data: string) => {
    const messages = (unread + data).split('\0');
    unread = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      if (message.method) events.get(message.method)?.();
    }
  });

  const send: Send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as never);
      });
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  ({ sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }));
  // A page in the background has no caret.
  await send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await send('Page.enable');
  const loaded = new Promise<void>((resolve) => events.set('Page.loadEventFired', resolve));
  await send('Page.navigate', { url });
  await loaded;

  return {
    send,
    async run<Answer>(expression: string) {
      const { result, exceptionDetails } = await send<{
        result: { value: Answer };
        exceptionDetails?: { exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async close() {
      sessionId = undefined;
      const gone = once(browser, 'exit');
      await send('Browser.close');
      await gone;
      // Its children may still be writing.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
