import type { IntentStore } from './intent-store.js';

export interface StoreOptions {
  /** `postgres://…`. Usually `process.env.DATABASE_URL`; without one the embedded store is used. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded store; without one it lives in memory. */
  dataDir?: string | undefined;
}

/** A PostgreSQL server where one is named, the embedded store otherwise. Only the chosen driver is loaded. */
export async function openStore({ databaseUrl, dataDir }: StoreOptions = {}): Promise<IntentStore> {
  if (databaseUrl) {
    const { createPostgresStore } = await import('./postgres.js');
    return createPostgresStore({ connectionString: databaseUrl });
  }
  const { createPgliteStore } = await import('./pglite.js');
  return createPgliteStore({ ...(dataDir !== undefined && { dataDir }) });
}
