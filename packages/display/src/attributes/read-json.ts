import { parse } from '@florin/contract';
import { warnOnce } from './warn-once.js';

type Schema = Parameters<typeof parse>[0];
type ValueOf<S extends Schema> = Extract<ReturnType<typeof parse<S>>, { ok: true }>['value'];

/** An attribute that holds JSON of the contract. `undefined`: it is not there, or not right, which the console says once. */
export function readJson<S extends Schema>(
  schema: S,
  text: string | undefined,
  place: { tag: string; attribute: string },
): ValueOf<S> | undefined {
  if (text === undefined || text === '') return undefined;
  const json = parseJson(text);
  if (json === undefined) return void warnOnce(`<${place.tag}> leaves out ${place.attribute}: it is not JSON.`);
  const parsed = parse(schema, json);
  if (parsed.ok) return parsed.value as ValueOf<S>;
  const where = parsed.violations.map(({ pointer, code }) => `${pointer || '/'} ${code}`).join(', ');
  warnOnce(`<${place.tag}> leaves out ${place.attribute}: ${where}.`);
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
