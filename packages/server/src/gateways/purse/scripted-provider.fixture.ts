/** What a scripted provider answers: the reply, a failure of the connection, or whatever the test makes of the call. */
export type Reply =
  Response | Error | ((call: ScriptedCall, signal: AbortSignal | null | undefined) => Promise<Response>);

export interface ScriptedCall {
  method: string;
  /** Without the origin. */
  path: string;
  headers: Headers;
  // A request's JSON, as loose as a provider would take it.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

export const refusedConnection = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });

/** Answers each call by the first route that it fits; a route's last reply is given again and again. */
export function scriptedProvider(routes: Record<string, Reply | Reply[]>) {
  const calls: ScriptedCall[] = [];
  const left = new Map(
    Object.entries(routes).map(([route, replies]) => [route, Array.isArray(replies) ? [...replies] : [replies]]),
  );
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const headers = new Headers(init?.headers);
    const isJson = headers.get('Content-Type') === 'application/json';
    const sent = init?.body ?? null;
    const call: ScriptedCall = {
      method: init?.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      body: isJson && sent !== null ? JSON.parse(String(sent)) : sent,
    };
    calls.push(call);
    const name = [...left.keys()].find((route) => `${call.method} ${call.path}`.startsWith(route));
    const replies = left.get(name ?? '') ?? [];
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (typeof reply === 'function') return reply(call, init?.signal);
    if (!reply) throw new Error(`Nothing is scripted for ${call.method} ${call.path}.`);
    if (reply instanceof Error) throw reply;
    return reply.clone();
  };
  const to = (route: string) => calls.filter(({ method, path }) => `${method} ${path}`.startsWith(route));
  return { fetch, calls, to };
}
