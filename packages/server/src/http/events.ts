import { INTENT_EVENT, isFinal } from '@florin/contract';
import { currentIntent } from '../current-intent.js';
import { undecidedAttempt, type IntentRecord } from '../intent-record.js';
import { describeError } from '../log.js';
import { toPublicIntent } from '../public-intent.js';
import { seenInterval } from '../read-intervals.js';
import type { ServerContext } from '../server-context.js';
import { authorize } from './authorize.js';

/** Pieces that a reader may leave lying before it is taken for dead. */
const LONGEST_BACKLOG = 64;

/** `GET /intents/{id}/events`: the intent at once, then whenever it changes, until it is final. */
export async function streamIntent(context: ServerContext, request: Request, intentId: string): Promise<Response> {
  const { intent } = await authorize(context, request, intentId);
  const lastEventId = request.headers.get('Last-Event-ID');
  const stream = new IntentStream(context, intent, lastEventId === String(intent.version) ? intent.version : -1);
  request.signal.addEventListener('abort', stream.end);
  // Gone while it was let in: that is not said again.
  if (request.signal.aborted) stream.end();
  return new Response(stream.body, {
    headers: {
      'Content-Type': 'text/event-stream',
      // A proxy that collects or compresses the stream holds back what the customer waits for.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

class IntentStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #context: ServerContext;
  readonly #id: string;
  readonly #encoder = new TextEncoder();
  readonly #unsubscribe: () => void;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #timers: { heartbeat?: () => void; poll?: () => void; expiry?: () => void } = {};
  #sent: number;
  /** When something was last new to the page, if only that it came. */
  #newsAt: number;
  #ended = false;
  #running = false;
  #again = false;

  constructor(context: ServerContext, intent: IntentRecord, sent: number) {
    this.#context = context;
    this.#id = intent.id;
    this.#sent = sent;
    this.#newsAt = context.clock.now();
    this.body = new ReadableStream({ start: (controller) => void (this.#controller = controller), cancel: this.end });
    context.streams.add(this.end);
    // Subscribed before the first look, so that no change falls in between.
    this.#unsubscribe = context.store.subscribe(intent.id, () => void this.#look());
    // The first bytes say that the stream is there, even when there is no news.
    this.#write(': florin\n\n');
    this.#beat();
    void this.#look();
  }

  readonly end = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    this.#unsubscribe();
    this.#context.streams.delete(this.end);
    for (const cancel of Object.values(this.#timers)) cancel();
    try {
      this.#controller.close();
    } catch {
      // The reader has gone and the stream is closed already: closing it is all that was wanted.
    }
  };

  /** Sends what is new. One look at a time; a change during it means another one. */
  async #look(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#again && !this.#ended) {
        this.#again = false;
        const intent = await currentIntent(this.#context, this.#id);
        if (!intent) return this.end();
        this.#send(intent);
      }
    } catch (error) {
      // The client comes back and is told the whole state.
      this.#context.log({ level: 'error', event: 'stream_failed', intent: this.#id, ...describeError(error) });
      this.end();
    } finally {
      this.#running = false;
    }
  }

  #send(intent: IntentRecord): void {
    if (this.#ended) return;
    const { clock } = this.#context;
    if (intent.version > this.#sent) {
      const data = JSON.stringify(toPublicIntent(intent, clock.now(), this.#context));
      this.#write(`event: ${INTENT_EVENT}\nid: ${intent.version}\ndata: ${data}\n\n`);
      this.#sent = intent.version;
      this.#newsAt = clock.now();
    }
    if (isFinal(intent.status)) return this.end();
    this.#plan(intent);
  }

  #plan(intent: IntentRecord): void {
    const { clock } = this.#context;
    this.#timers.poll?.();
    this.#timers.expiry?.();
    const interval = seenInterval(this.#context, clock.now() - this.#newsAt);
    if (undecidedAttempt(intent)) this.#timers.poll = clock.after(interval, () => void this.#poll(intent));
    else if (intent.expiresAt !== null)
      this.#timers.expiry = clock.after(intent.expiresAt - clock.now(), () => void this.#look());
  }

  /** A webhook may be lost: while somebody watches, the provider is asked. */
  async #poll(intent: IntentRecord): Promise<void> {
    try {
      await this.#context.reader.readIfDue(intent);
    } catch (error) {
      this.#context.log({ level: 'warn', event: 'stream_poll_failed', intent: this.#id, ...describeError(error) });
    }
    await this.#look();
  }

  #beat(): void {
    const { clock, heartbeatInterval } = this.#context;
    this.#timers.heartbeat = clock.after(heartbeatInterval, () => {
      this.#write(': still here\n\n');
      if (!this.#ended) this.#beat();
    });
  }

  #write(text: string): void {
    if (this.#ended) return;
    this.#controller.enqueue(this.#encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -LONGEST_BACKLOG) this.end();
  }
}
