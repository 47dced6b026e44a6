import type { AttemptRecord, IntentRecord, KeptReversal } from '../intent-record.js';
import type { Row, SqlQuery } from './sql-client.js';

export function toTime(value: unknown): number {
  return new Date(value as string | Date).getTime();
}

export function fromTime(time: number): string {
  return new Date(time).toISOString();
}

/** One statement, so that an intent and its attempts are of the same moment. */
const loadStatement = `SELECT i.*,
    (SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.position), '[]'::jsonb)
       FROM florin_attempts a WHERE a.intent_id = i.id) AS attempts,
    (SELECT coalesce(jsonb_object_agg(p.gateway, p.provider_intent_id), '{}'::jsonb)
       FROM florin_provider_intents p WHERE p.intent_id = i.id) AS provider_intents
  FROM florin_intents i WHERE i.id = $1`;

/** Until the transaction ends nobody else changes this intent. */
export async function lockIntent(sql: SqlQuery, id: string): Promise<IntentRecord | null> {
  // Locked first and read by a statement of its own: one that waits for a lock would see the attempts of before.
  await sql.query('SELECT 1 FROM florin_intents WHERE id = $1 FOR UPDATE', [id]);
  return loadIntent(sql, id);
}

export async function loadIntent(sql: SqlQuery, id: string): Promise<IntentRecord | null> {
  const [row] = await sql.query(loadStatement, [id]);
  if (!row) return null;
  return {
    ...(row['details'] as Pick<
      IntentRecord,
      'merchant' | 'description' | 'returnUrl' | 'country' | 'customer' | 'metadata' | 'order' | 'gateway' | 'methods'
    >),
    id,
    version: Number(row['version']),
    status: String(row['status']),
    secretHash: String(row['secret_hash']),
    amount: {
      value: Number(row['amount_value']),
      currency: String(row['amount_currency']),
      exponent: Number(row['amount_exponent']),
    },
    createdAt: toTime(row['created_at']),
    expiresAt: row['expires_at'] === null ? null : toTime(row['expires_at']),
    ...(row['completed_at'] !== null && { completedAt: toTime(row['completed_at']) }),
    ...(row['refunds'] !== null && { refunds: row['refunds'] as KeptReversal[] }),
    ...(row['charge_backs'] !== null && { chargeBacks: row['charge_backs'] as KeptReversal[] }),
    removedCards: row['removed_cards'] as string[],
    providerIntents: row['provider_intents'] as Record<string, string>,
    attempts: (row['attempts'] as Row[]).map(toAttempt),
  };
}

function toAttempt(row: Row): AttemptRecord {
  return {
    ...(row['details'] as Pick<
      AttemptRecord,
      | 'uncertain'
      | 'method'
      | 'isFallback'
      | 'installments'
      | 'plan'
      | 'nonce'
      | 'nextAction'
      | 'endedChallenges'
      | 'failure'
      | 'revision'
    >),
    id: String(row['id']),
    status: String(row['status']),
    gateway: String(row['gateway']),
    providerId: row['provider_id'] === null ? null : String(row['provider_id']),
    createdAt: toTime(row['created_at']),
    sentAt: toTime(row['sent_at']),
  };
}

export async function insertIntent(sql: SqlQuery, intent: IntentRecord): Promise<void> {
  const { merchant, description, returnUrl, country, customer, metadata, order, gateway, methods } = intent;
  await sql.query(
    `INSERT INTO florin_intents (id, version, status, secret_hash, amount_value, amount_currency, amount_exponent,
       details, created_at, expires_at, completed_at, refunds, charge_backs)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      intent.id,
      intent.version,
      intent.status,
      intent.secretHash,
      intent.amount.value,
      intent.amount.currency,
      intent.amount.exponent,
      JSON.stringify({ merchant, description, returnUrl, country, customer, metadata, order, gateway, methods }),
      fromTime(intent.createdAt),
      intent.expiresAt === null ? null : fromTime(intent.expiresAt),
      ...wentBack(intent),
    ],
  );
}

/** When it was paid, and what went back of it, as columns. */
function wentBack({ completedAt, refunds, chargeBacks }: IntentRecord): (string | null)[] {
  return [
    completedAt === undefined ? null : fromTime(completedAt),
    refunds ? JSON.stringify(refunds) : null,
    chargeBacks ? JSON.stringify(chargeBacks) : null,
  ];
}

/** Keeps what differs from `before`. What an intent is about never changes; what became of it, and removed cards, do. */
export async function saveIntent(sql: SqlQuery, before: IntentRecord, after: IntentRecord): Promise<void> {
  await sql.query(
    `UPDATE florin_intents SET version = $2, status = $3, removed_cards = $4, completed_at = $5, refunds = $6,
       charge_backs = $7 WHERE id = $1`,
    [after.id, after.version, after.status, JSON.stringify(after.removedCards), ...wentBack(after)],
  );
  const kept = new Set(after.attempts.map((attempt) => attempt.id));
  for (const { id } of before.attempts)
    if (!kept.has(id)) await sql.query('DELETE FROM florin_attempts WHERE id = $1', [id]);
  for (const [position, attempt] of after.attempts.entries())
    if (!before.attempts.includes(attempt)) await saveAttempt(sql, after.id, position, attempt);
}

async function saveAttempt(sql: SqlQuery, intentId: string, position: number, attempt: AttemptRecord): Promise<void> {
  const { uncertain, method, isFallback, installments, plan, nonce, nextAction, endedChallenges, failure, revision } =
    attempt;
  const about = { uncertain, method, isFallback, installments, plan, nonce, nextAction, endedChallenges };
  await sql.query(
    `INSERT INTO florin_attempts (id, intent_id, position, status, gateway, provider_id, details, created_at, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, provider_id = excluded.provider_id,
       details = excluded.details, sent_at = excluded.sent_at`,
    [
      attempt.id,
      intentId,
      position,
      attempt.status,
      attempt.gateway,
      attempt.providerId,
      JSON.stringify({ ...about, failure, revision }),
      fromTime(attempt.createdAt),
      fromTime(attempt.sentAt),
    ],
  );
}
