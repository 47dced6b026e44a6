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
  [
    `ALTER TABLE florin_intents ADD COLUMN removed_cards jsonb NOT NULL DEFAULT '[]'`,
    // Gone when the provider has forgotten the card. `forgetting_at`: it may have been told, there is no way back.
    `CREATE TABLE florin_saved_cards (
      id text PRIMARY KEY,
      customer_id text NOT NULL,
      gateway text NOT NULL,
      token text NOT NULL,
      brand text NOT NULL,
      last4 text NOT NULL,
      exp_month smallint NOT NULL,
      exp_year smallint NOT NULL,
      cvc text NOT NULL,
      is_default boolean NOT NULL,
      created_at timestamptz NOT NULL,
      removed_at timestamptz,
      restorable_until timestamptz,
      forgetting_at timestamptz,
      tries integer NOT NULL DEFAULT 0,
      retry_at timestamptz,
      UNIQUE (customer_id, gateway, token)
    )`,
    `CREATE INDEX florin_saved_cards_removed ON florin_saved_cards (restorable_until) WHERE removed_at IS NOT NULL`,
    // Cards to be kept once their attempt has completed. Its row comes later in the same transaction; when it is
    // withdrawn, nothing is to be kept.
    `CREATE TABLE florin_card_savings (
      attempt_id text PRIMARY KEY
        REFERENCES florin_attempts (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      intent_id text NOT NULL,
      customer_id text NOT NULL,
      gateway text NOT NULL,
      tries integer NOT NULL DEFAULT 0,
      retry_at timestamptz NOT NULL
    )`,
    `CREATE INDEX florin_card_savings_retry_at ON florin_card_savings (retry_at)`,
    `CREATE TABLE florin_card_references (
      hash text PRIMARY KEY,
      intent_id text NOT NULL REFERENCES florin_intents (id) ON DELETE CASCADE,
      gateway text NOT NULL,
      token text NOT NULL,
      details jsonb NOT NULL,
      attempt_id text,
      expires_at timestamptz NOT NULL
    )`,
    `CREATE INDEX florin_card_references_expires_at ON florin_card_references (expires_at)`,
  ],
  // Of an intent that was paid before this step nobody knows when; what went back of it is learnt when it is read again.
  [
    `ALTER TABLE florin_intents
      ADD COLUMN completed_at timestamptz,
      ADD COLUMN refunds jsonb,
      ADD COLUMN charge_backs jsonb`,
  ],
  // Calls that no other may run beside. A call that was begun before this step is not known to be one.
  [
    `ALTER TABLE florin_idempotency_keys ADD COLUMN alone_until timestamptz`,
    `CREATE INDEX florin_idempotency_keys_alone ON florin_idempotency_keys (intent_id)
      WHERE alone_until IS NOT NULL AND answer_status IS NULL`,
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
