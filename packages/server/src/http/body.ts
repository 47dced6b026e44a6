import { parse } from '@florin/contract';
import { ProblemError } from '../problem.js';

const LIMIT = 64 * 1024;
/** Levels of nesting. What walks a body may be a function that calls itself: no body may exhaust its stack. */
const DEEPEST = 64;

/** The raw body, however it is sent: no more than the limit is ever held. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LIMIT) throw new ProblemError('body_too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength;
    if (length > LIMIT) {
      await reader?.cancel();
      throw new ProblemError('body_too_large');
    }
    chunks.push(next.value);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/** The JSON of a body; no body at all is `{}`. */
export async function readJson(request: Request): Promise<unknown> {
  const body = await readBody(request);
  if (body.byteLength === 0) return {};
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new ProblemError('validation_failed', { errors: [{ pointer: '', code: 'expected_json' }] });
  const json = parseJson(body);
  if (isDeeperThan(DEEPEST, json))
    throw new ProblemError('validation_failed', { errors: [{ pointer: '', code: 'too_deep' }] });
  return json;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The parser's own words quote the body, which may hold a card.
    throw new ProblemError('validation_failed', { errors: [{ pointer: '', code: 'invalid_json' }] });
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

export function readAs<Schema extends Parameters<typeof parse>[0]>(schema: Schema, json: unknown) {
  const result = parse(schema, json);
  if (!result.ok) throw new ProblemError('validation_failed', { errors: result.violations });
  return result.value;
}
