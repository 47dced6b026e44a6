import { INTENT_EVENT } from '@florin/contract';
import { createParser } from 'eventsource-parser';
import type { Clock } from './clock.js';

/** ms without a byte after which a stream is dead. The backend sends a heartbeat every 15 s. */
const SILENCE_LIMIT = 40_000;

interface StreamOptions {
  open(signal: AbortSignal): Promise<Response>;
  /** Something was said, a heartbeat included. */
  onWord(): void;
  onIntent(payload: unknown): void;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Follows one `text/event-stream` answer to its end. Resolves to whether anything was said on it, a heartbeat included,
 * so that the caller can tell "ended, open it again" from "this backend, or something before it, does not stream".
 */
export async function followStream({ open, onWord, onIntent, clock, signal }: StreamOptions): Promise<boolean> {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let streamed = false;
  const end = () => {
    controller.abort();
    // Not every engine ends a read under way when its request is aborted.
    reader?.cancel().catch(() => {});
  };
  let watchdog = clock.setTimeout(end, SILENCE_LIMIT);
  signal.addEventListener('abort', end);
  try {
    const response = await open(controller.signal);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) {
      await response.body?.cancel();
      return false;
    }
    const parser = createParser({
      onEvent: (event) => {
        if (event.event === INTENT_EVENT && !signal.aborted) onIntent(parseJson(event.data));
      },
    });
    const decoder = new TextDecoder();
    reader = response.body.getReader();
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) break;
      streamed = true;
      onWord();
      clock.clearTimeout(watchdog);
      watchdog = clock.setTimeout(end, SILENCE_LIMIT);
      parser.feed(decoder.decode(value, { stream: true }));
    }
    return streamed;
  } catch {
    // Cut, refused or silent: the caller reads a snapshot and decides how to go on.
    return streamed;
  } finally {
    clock.clearTimeout(watchdog);
    signal.removeEventListener('abort', end);
    end();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
