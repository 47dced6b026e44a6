import type { Intent } from '@florin/contract';
import type { Relayed } from './native-payload.js';

export interface Call {
  method: string;
  path: string;
  key: string | null;
  body: string;
  authorization: string | null;
  lastEventId: string | null;
}

type Answer = Intent | Relayed | Response | 'lost' | 'never';

/** A backend that answers from a script, or from what it holds. It records every call. */
export class Backend {
  readonly calls: Call[] = [];
  /** Next answers of POST calls, in order. */
  readonly posts: Answer[] = [];
  /** Next answers of reads, in order; when there are none, `intent` is answered. */
  readonly reads: Answer[] = [];
  /** `off`: this backend does not stream. */
  streams: 'on' | 'off' = 'off';
  private readonly open = new Set<ReadableStreamDefaultController<Uint8Array>>();

  constructor(public intent: Intent | Relayed) {}

  get fetch(): typeof fetch {
    return async (input, init) => {
      const url = new URL(String(input));
      const headers = new Headers(init?.headers);
      const method = init?.method ?? 'GET';
      this.calls.push({
        method,
        path: url.pathname + url.search,
        key: headers.get('idempotency-key'),
        body: typeof init?.body === 'string' ? init.body : '',
        authorization: headers.get('authorization'),
        lastEventId: headers.get('last-event-id'),
      });
      if (url.pathname.endsWith('/events')) return this.stream(init?.signal ?? null);
      const answer = (method === 'POST' ? this.posts : this.reads).shift() ?? this.intent;
      if (answer === 'lost') throw new TypeError('fetch failed');
      if (answer === 'never')
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        });
      return answer instanceof Response ? answer : Response.json(answer, { status: method === 'POST' ? 201 : 200 });
    };
  }

  calledWith(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  get openStreams(): number {
    return this.open.size;
  }

  /** Says something on every open stream. */
  say(text: string): void {
    for (const controller of this.open) controller.enqueue(new TextEncoder().encode(text));
  }

  sayIntent(intent: Intent | Relayed): void {
    this.intent = intent;
    const id = 'version' in intent ? `id: ${intent.version}\n` : '';
    this.say(`event: intent\n${id}data: ${JSON.stringify(intent)}\n\n`);
  }

  /** Ends every open stream. */
  cut(): void {
    for (const controller of this.open) controller.close();
    this.open.clear();
  }

  private stream(signal: AbortSignal | null): Response {
    if (this.streams === 'off') return new Response('not here', { status: 404 });
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = controller;
        this.open.add(controller);
      },
      cancel: () => void this.open.delete(mine),
    });
    signal?.addEventListener('abort', () => {
      if (this.open.delete(mine)) mine.error(new DOMException('aborted', 'AbortError'));
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
