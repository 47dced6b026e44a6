import { backoff } from './backoff.js';
import { pause, type Clock } from './clock.js';

/** Streams that opened and said nothing, or did not open, before polling takes over. */
const STREAM_FAILURES = 2;
/** ms after which a stream that ends has been a good one. What ends sooner, again and again, is opened ever slower. */
const LIVED = 5000;
/** ms between two looks of a page that nobody sees, at most: whoever comes back to it has it read at once. */
const UNSEEN = 30_000;

interface WatchOptions {
  mode: 'auto' | 'stream' | 'poll';
  openStream(signal: AbortSignal): Promise<Response>;
  /** Reads a snapshot; resolves to ms that the backend asks to wait, if it does. Does not reject. */
  read(signal: AbortSignal): Promise<number | undefined>;
  onIntent(payload: unknown): void;
  /** Somebody sees the page, as far as is known. */
  isSeen(): boolean;
  clock: Clock;
  random: () => number;
}

/** Follows an intent until it is stopped: the stream first, polling where there is none. */
export function createWatch({ mode, openStream, read, onIntent, isSeen, clock, random }: WatchOptions) {
  let running: AbortController | null = null;

  return {
    start(): void {
      running?.abort();
      running = new AbortController();
      void follow(running.signal);
    },
    stop(): void {
      running?.abort();
      running = null;
    },
  };

  async function follow(signal: AbortSignal): Promise<void> {
    if (mode !== 'poll') await stream(signal);
    await poll(signal);
  }

  async function stream(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (let round = 1; !signal.aborted; round += 1) {
      const since = clock.now();
      const streamed = await streamOnce(signal);
      if (signal.aborted) return;
      if (clock.now() - since > LIVED) round = 1;
      // Whatever was said while nobody listened stands in the snapshot.
      await look(signal);
      failures = streamed ? 0 : failures + 1;
      if (mode === 'auto' && failures >= STREAM_FAILURES) return;
      await rest(round, signal);
    }
  }

  /** Polls until the stream has said its first word: something in between may hold it back. */
  async function streamOnce(signal: AbortSignal): Promise<boolean> {
    const silence = new AbortController();
    const end = () => silence.abort();
    signal.addEventListener('abort', end);
    void poll(silence.signal, 1);
    try {
      // Nothing is followed before somebody pays. A stream whose code cannot be fetched is one that did not open.
      const { followStream } = await import('./event-stream.js');
      if (signal.aborted) return false;
      return await followStream({ open: openStream, onWord: end, onIntent, clock, signal });
    } catch {
      return false;
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  }

  async function poll(signal: AbortSignal, first = 0): Promise<void> {
    for (let round = first; !signal.aborted; round += 1) {
      await rest(round, signal);
      if (signal.aborted) return;
      await look(signal);
    }
  }

  function rest(round: number, signal: AbortSignal): Promise<void> {
    const isSeldom = round > 0 && !isSeen();
    return pause(clock, isSeldom ? UNSEEN * (0.8 + 0.2 * random()) : backoff(round, random), signal);
  }

  /** Reads, and leaves the backend alone for as long as it asks. */
  async function look(signal: AbortSignal): Promise<void> {
    const asked = await read(signal);
    if (asked) await pause(clock, asked, signal);
  }
}
