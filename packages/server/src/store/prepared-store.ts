import { canonicalJson } from '../canonical-json.js';
import { sha256 } from '../secrets.js';
import { migrations } from './migrations.js';

export const PREPARED_STORE = 'prepared-store.tar.gz';
/** Says which schema the prepared store holds. */
export const PREPARED_SCHEMA = 'prepared-store.json';

export function schemaHash(): Promise<string> {
  return sha256(canonicalJson(migrations));
}

/** The data directory that the build left beside the code. `null`: there is none, or it holds an older schema. */
export async function readPreparedStore(directory?: string): Promise<Blob | null> {
  const [{ readFile }, { pathToFileURL }] = await Promise.all([import('node:fs/promises'), import('node:url')]);
  // Both src/store and dist/store stand two steps above dist.
  const base = directory === undefined ? new URL('../../dist/', import.meta.url) : pathToFileURL(`${directory}/`);
  try {
    const { schema } = JSON.parse(await readFile(new URL(PREPARED_SCHEMA, base), 'utf8')) as { schema?: unknown };
    if (schema !== (await schemaHash())) return null;
    return new Blob([await readFile(new URL(PREPARED_STORE, base))], { type: 'application/gzip' });
  } catch (error) {
    // Without a build there is none: the store is then made from its migrations.
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}
