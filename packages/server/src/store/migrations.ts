import type { SqlClient } from './sql-client.js';

/** Steps are only ever added: a store may be at any of them. One statement each. */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE florin_intents (
      id text PRIMARY KEY,
      version integer NOT NULL,
      status text NOT NULL,
      secret_hash text NOT NULL,
      amount_value bigint NOT NULL,
      amount_currency text NOT NULL,
      amount_exponent smallint NOT NULL,
      details jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz,
      checked_at timestamptz
    )`,
    `CREATE TABLE florin_attempts (
      id text PRIMARY KEY,
      intent_id text NOT NULL REFERENCES florin_intents (id) ON DELETE CASCADE,
      position integer NOT NULL,
      status text NOT NULL,
      gateway text NOT NULL,
      provider_id text,
      details jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      sent_at timestamptz NOT NULL,
      UNIQUE (intent_id, position)
    )`,
    // The database itself refuses a second live attempt, whatever the code above it does.
    `CREATE UNIQUE INDEX florin_attempts_one_live ON florin_attempts (intent_id)
      WHERE status NOT IN ('completed', 'failed', 'cancelled')`,
    `CREATE TABLE florin_provider_intents (
      gateway text NOT NULL,
      provider_intent_id text NOT NULL,
      intent_id text NOT NULL REFERENCES florin_intents (id) ON DELETE CASCADE,
      PRIMARY KEY (gateway, provider_intent_id),
      UNIQUE (intent_id, gateway)
    )`,
    `CREATE TABLE florin_idempotency_keys (
      scope text NOT NULL,
      key text NOT NULL,
      intent_id text NOT NULL REFERENCES florin_intents (id) ON DELETE CASCADE,
      body_hash text NOT NULL,
      attempt_id text,
      lease_until timestamptz NOT NULL,
      keep_until timestamptz NOT NULL,
      answer_status smallint,
      answer_body text,
      PRIMARY KEY (scope, key)
    )`,
    `CREATE INDEX florin_idempotency_keys_keep_until ON florin_idempotency_keys (keep_until)`,
  ],
];

/** Any number, as long as nobody else locks the same: "florin" in ASCII. */
const ADVISORY_LOCK = '112615629711726';

/** Brings the database to the newest schema. Many processes may call it at once. */
export async function migrate(client: SqlClient): Promise<void> {
  await client.transaction(async (transaction) => {
    await transaction.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`);
    await transaction.query('CREATE TABLE IF NOT EXISTS florin_schema (version integer NOT NULL)');
    const [row] = await transaction.query('SELECT max(version) AS version FROM florin_schema');
    const present = Number(row?.['version'] ?? 0);
    for (const [index, statements] of migrations.entries()) {
      if (index < present) continue;
      for (const statement of statements) await transaction.query(statement);
      await transaction.query('INSERT INTO florin_schema (version) VALUES ($1)', [index + 1]);
    }
  });
}
