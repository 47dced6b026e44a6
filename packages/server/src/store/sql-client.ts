export type Row = Record<string, unknown>;

export interface SqlQuery {
  /** One statement, `$1` for the first parameter. */
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** All that the store needs of a database, so that PGlite and PostgreSQL run the very same SQL. */
export interface SqlClient extends SqlQuery {
  /** Commits what `work` did; rolls it back when `work` throws. */
  transaction<Result>(work: (transaction: SqlQuery) => Promise<Result>): Promise<Result>;
  /** `onGap`: the connection was lost for a while, and notifications with it. */
  listen(channel: string, onNotify: (payload: string) => void, onGap: () => void): Promise<void>;
  close(): Promise<void>;
}
