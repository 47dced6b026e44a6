import type { Client, Pool } from 'pg';
import { describeError, logProblems, type Log } from '../log.js';
import type { IntentStore } from './intent-store.js';
import type { SqlClient, SqlQuery } from './sql-client.js';
import { createSqlStore } from './sql-store.js';

export interface PostgresStoreOptions {
  connectionString: string;
  /** Connections of the pool; one more listens. */
  maxConnections?: number;
  log?: Log;
}

const RECONNECT_DELAY = 1_000;

/** The store in a PostgreSQL server (12 or newer), shared by any number of processes. */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<IntentStore> {
  const client = await postgresClient(options);
  try {
    return await createSqlStore(client);
  } catch (error) {
    await client.close();
    throw error;
  }
}

export async function postgresClient(options: PostgresStoreOptions): Promise<SqlClient> {
  const { default: pg } = await import('pg');
  const { connectionString, maxConnections = 10, log = logProblems } = options;
  const pool = new pg.Pool({ connectionString, max: maxConnections });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (error) => log({ level: 'warn', event: 'store_connection_lost', ...describeError(error) }));
  const ears: Listener[] = [];
  return {
    ...queries(pool),
    transaction: (work) => inTransaction(pool, work, log),
    async listen(channel, onNotify, onGap) {
      const ear = new Listener(() => new pg.Client({ connectionString }), channel, onNotify, onGap, log);
      ears.push(ear);
      await ear.open();
    },
    async close() {
      await Promise.all(ears.map((ear) => ear.close()));
      await pool.end();
    },
  };
}

function queries(runner: Pick<Pool, 'query'>): SqlQuery {
  return {
    query: async (sql, parameters = []) => (await runner.query(sql, [...parameters])).rows as Record<string, unknown>[],
  };
}

async function inTransaction<Result>(pool: Pool, work: (sql: SqlQuery) => Promise<Result>, log: Log): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error): void => {
    broken = error;
    log({ level: 'warn', event: 'store_connection_lost', ...describeError(error) });
  };
  // The pool does not listen to a connection that is lent out; unheard, the event would end the process.
  connection.on('error', lost);
  try {
    await connection.query('BEGIN');
    const result = await work(queries(connection as unknown as Pick<Pool, 'query'>));
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away; the first error is the one to tell.
    await connection.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    connection.off('error', lost);
    connection.release(broken);
  }
}

/** A connection of its own that listens, and comes back when it is lost. */
class Listener {
  #client: Client | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(
    private readonly connect: () => Client,
    private readonly channel: string,
    private readonly onNotify: (payload: string) => void,
    private readonly onGap: () => void,
    private readonly log: Log,
  ) {}

  async open(): Promise<void> {
    const client = this.connect();
    let broken = false;
    const lost = (error?: Error): void => {
      broken = true;
      this.#lost(client, error);
    };
    client.on('notification', ({ payload }) => this.onNotify(payload ?? ''));
    client.on('error', lost);
    client.on('end', () => lost());
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      if (broken || this.#closed) throw new Error('The listening connection ended as it began.');
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    // Only now: until here whoever opened it hears of the loss, and one loss must bring one return.
    this.#client = client;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end();
  }

  #lost(client: Client, error?: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = null;
    this.log({ level: 'warn', event: 'store_listener_lost', ...(error && describeError(error)) });
    this.#comeBack();
  }

  #comeBack(): void {
    this.#retry = setTimeout(() => {
      this.open().then(this.onGap, (error: unknown) => {
        if (this.#closed) return;
        this.log({ level: 'warn', event: 'store_listener_lost', ...describeError(error) });
        this.#comeBack();
      });
    }, RECONNECT_DELAY);
  }
}
