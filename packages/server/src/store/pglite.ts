import type { PGlite, PGliteInterface, Transaction } from '@electric-sql/pglite';
import type { IntentStore } from './intent-store.js';
import { readPreparedStore } from './prepared-store.js';
import type { SqlClient, SqlQuery } from './sql-client.js';
import { createSqlStore } from './sql-store.js';

export interface PgliteStoreOptions {
  /** Folder that keeps everything, for one process at a time. Without one the store lives in memory. */
  dataDir?: string;
  /** Folder of the prepared store, where a bundler has moved it. */
  preparedDirectory?: string;
}

/** The embedded store: PostgreSQL inside this process, nothing to install. */
export async function createPgliteStore(options: PgliteStoreOptions = {}): Promise<IntentStore> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { dataDir, preparedDirectory } = options;
  const isNew = dataDir === undefined || !(await exists(dataDir));
  // Unpacking a prepared data directory takes a third of the time of making one.
  const loadDataDir = isNew ? await readPreparedStore(preparedDirectory) : null;
  const database: PGlite = await PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    ...(loadDataDir && { loadDataDir }),
  });
  try {
    return await createSqlStore(pgliteClient(database));
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function exists(dataDir: string): Promise<boolean> {
  const { access } = await import('node:fs/promises');
  const path = dataDir.replace(/^file:\/\//, '');
  return access(`${path}/PG_VERSION`).then(
    () => true,
    () => false,
  );
}

export function pgliteClient(database: PGliteInterface): SqlClient {
  const queries = (runner: PGliteInterface | Transaction): SqlQuery => ({
    query: async (sql, parameters = []) => (await runner.query<Record<string, unknown>>(sql, [...parameters])).rows,
  });
  return {
    ...queries(database),
    transaction: (work) => database.transaction((transaction) => work(queries(transaction))),
    listen: async (channel, onNotify) => {
      await database.listen(channel, onNotify);
    },
    close: () => database.close(),
  };
}
