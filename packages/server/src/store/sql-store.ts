import { reasons } from '@florin/contract';
import type { IntentRecord } from '../intent-record.js';
import type { Begun, ClaimResult, IntentStore, KeyClaim, LoneCalls } from './intent-store.js';
import { migrate } from './migrations.js';
import { heldCards, sqlCards } from './sql-cards.js';
import { fromTime, insertIntent, loadIntent, lockIntent, saveIntent, toTime } from './rows.js';
import type { SqlClient, SqlQuery } from './sql-client.js';

const CHANNEL = 'florin_intents';

/** ms that a reference outlives itself: as long as a crashed use of it may be taken over. */
const REFERENCE_KEPT = 48 * 60 * 60 * 1000;

/** Failures of which nobody knows whether the money was taken. */
const undecidedReasons = Object.entries(reasons)
  .filter(([, { recovery }]) => recovery === 'verify_outcome')
  .map(([reason]) => reason);

/** The store in SQL. Which database runs it is the client's matter. */
export async function createSqlStore(client: SqlClient): Promise<IntentStore> {
  await migrate(client);
  const listeners = new Map<string, Set<() => void>>();
  const tell = (id: string) => listeners.get(id)?.forEach((listener) => listener());
  await client.listen(CHANNEL, tell, () => [...listeners.keys()].forEach(tell));

  async function save(sql: SqlQuery, before: IntentRecord, after: IntentRecord): Promise<IntentRecord> {
    if (after === before) return before;
    const next = { ...after, version: before.version + 1 };
    await saveIntent(sql, before, next);
    await sql.query('SELECT pg_notify($1, $2)', [CHANNEL, next.id]);
    return next;
  }

  return {
    insert: (intent) => insertIntent(client, intent),
    find: (id) => loadIntent(client, id),

    async findByProviderIntent(gateway, providerIntentId) {
      const [row] = await client.query(
        'SELECT intent_id FROM florin_provider_intents WHERE gateway = $1 AND provider_intent_id = $2',
        [gateway, providerIntentId],
      );
      return row ? String(row['intent_id']) : null;
    },

    change: (id, change) =>
      client.transaction(async (sql) => {
        const intent = await lockIntent(sql, id);
        return intent && save(sql, intent, change(intent));
      }),

    async recordProviderIntent(id, gateway, providerIntentId) {
      await client.query(
        `INSERT INTO florin_provider_intents (intent_id, gateway, provider_intent_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [id, gateway, providerIntentId],
      );
    },

    claim: (claim, begin) =>
      client.transaction(async (sql) => {
        // Keys belong to an intent: whoever holds its row decides alone.
        const intent = await lockIntent(sql, claim.intentId);
        if (!intent) throw new Error('An idempotency key was claimed for an intent that does not exist.');
        const held = await readKey(sql, claim);
        if (held && held.kind !== 'crashed') return held;
        const begun = await begin(intent, held?.attemptId ?? null, heldCards(sql), () => readLoneCalls(sql, claim));
        await writeKey(sql, claim, begun);
        return { kind: 'claimed', intent: await save(sql, intent, begun.intent), attemptId: begun.attemptId };
      }),

    // Of whoever was so slow that another one has taken over since, nothing is kept: the lease is that one's.
    async settle({ scope, key, leaseUntil }, { status, body }) {
      await client.query(
        `UPDATE florin_idempotency_keys SET answer_status = $4, answer_body = $5
          WHERE scope = $1 AND key = $2 AND lease_until = $3`,
        [scope, key, fromTime(leaseUntil), status, body],
      );
    },
    async release({ scope, key, leaseUntil }) {
      await client.query('DELETE FROM florin_idempotency_keys WHERE scope = $1 AND key = $2 AND lease_until = $3', [
        scope,
        key,
        fromTime(leaseUntil),
      ]);
    },
    async endLease({ scope, key, leaseUntil, now }) {
      await client.query(
        'UPDATE florin_idempotency_keys SET lease_until = $4 WHERE scope = $1 AND key = $2 AND lease_until = $3',
        [scope, key, fromTime(leaseUntil), fromTime(now)],
      );
    },
    async purgeKeys(now) {
      await client.query('DELETE FROM florin_idempotency_keys WHERE keep_until < $1', [fromTime(now)]);
      await client.query('DELETE FROM florin_card_references WHERE expires_at < $1', [fromTime(now - REFERENCE_KEPT)]);
    },

    async takeTurn(id, now, interval) {
      const rows = await client.query(
        `UPDATE florin_intents SET checked_at = $2
         WHERE id = $1 AND (checked_at IS NULL OR checked_at <= $3) RETURNING id`,
        [id, fromTime(now), fromTime(now - interval)],
      );
      return rows.length > 0;
    },

    async listLive() {
      const rows = await client.query(
        `SELECT attempt.intent_id FROM florin_attempts AS attempt
          JOIN florin_intents AS intent ON intent.id = attempt.intent_id
          WHERE attempt.status NOT IN ('completed', 'failed', 'cancelled')
          OR (
            intent.status = 'pending' AND attempt.status = 'failed' AND attempt.details -> 'failure' ->> 'reason' = ANY($1)
            AND NOT EXISTS (
              SELECT 1 FROM florin_attempts AS later
                WHERE later.intent_id = attempt.intent_id AND later.position > attempt.position
            )
          )`,
        [undecidedReasons],
      );
      return rows.map((row) => String(row['intent_id']));
    },

    subscribe(id, listener) {
      const own = () => listener();
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(own));
      return () => {
        all.delete(own);
        if (all.size === 0 && listeners.get(id) === all) listeners.delete(id);
      };
    },

    cards: sqlCards(client),

    async close() {
      listeners.clear();
      await client.close();
    },
  };
}

type HeldKey = Exclude<ClaimResult, { kind: 'claimed' }> | { kind: 'crashed'; attemptId: string | null };

async function readKey(sql: SqlQuery, claim: KeyClaim): Promise<HeldKey | null> {
  const [row] = await sql.query('SELECT * FROM florin_idempotency_keys WHERE scope = $1 AND key = $2', [
    claim.scope,
    claim.key,
  ]);
  if (!row || toTime(row['keep_until']) < claim.now) return null;
  if (row['body_hash'] !== claim.bodyHash) return { kind: 'mismatch' };
  if (row['answer_status'] !== null)
    return { kind: 'answered', status: Number(row['answer_status']), body: String(row['answer_body']) };
  if (toTime(row['lease_until']) > claim.now) return { kind: 'running' };
  return { kind: 'crashed', attemptId: row['attempt_id'] === null ? null : String(row['attempt_id']) };
}

async function readLoneCalls(sql: SqlQuery, { intentId, scope, key, now }: KeyClaim): Promise<LoneCalls> {
  const [row] = await sql.query(
    `SELECT coalesce(bool_or(alone_until > $4), false) AS running, coalesce(bool_or(alone_until <= $4), false) AS broken
       FROM florin_idempotency_keys
       WHERE intent_id = $1 AND alone_until IS NOT NULL AND answer_status IS NULL AND (scope, key) <> ($2, $3)`,
    [intentId, scope, key, fromTime(now)],
  );
  return { isOneRunning: row?.['running'] === true, hasOneBrokenOff: row?.['broken'] === true };
}

async function writeKey(sql: SqlQuery, claim: KeyClaim, { attemptId, isAlone }: Begun): Promise<void> {
  await sql.query(
    `INSERT INTO florin_idempotency_keys
       (scope, key, intent_id, body_hash, attempt_id, lease_until, keep_until, alone_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (scope, key) DO UPDATE SET body_hash = excluded.body_hash, attempt_id = excluded.attempt_id,
       lease_until = excluded.lease_until, keep_until = excluded.keep_until, alone_until = excluded.alone_until,
       answer_status = NULL, answer_body = NULL`,
    [
      claim.scope,
      claim.key,
      claim.intentId,
      claim.bodyHash,
      attemptId,
      fromTime(claim.leaseUntil),
      fromTime(claim.keepUntil),
      isAlone ? fromTime(claim.leaseUntil) : null,
    ],
  );
}
