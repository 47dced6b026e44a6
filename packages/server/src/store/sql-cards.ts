import type {
  CardReferenceRecord,
  CardSaving,
  CardStore,
  HeldCards,
  NewCardRecord,
  SavedCardRecord,
} from './card-store.js';
import { fromTime, toTime } from './rows.js';
import type { Row, SqlClient, SqlQuery } from './sql-client.js';

/** At once; what is left is due the next time. */
const BATCH = 20;
/** How long what was claimed stays claimed: longer than a provider's call may take, doubled with each try, a day at most. */
const retryAt = `$1::timestamptz + LEAST(interval '1 minute' * power(2, LEAST(tries, 12)), interval '1 day')`;

export function heldCards(sql: SqlQuery): HeldCards {
  return {
    find: async (id) => {
      const [row] = await sql.query('SELECT * FROM florin_saved_cards WHERE id = $1 FOR UPDATE', [id]);
      return row ? toSavedCard(row) : null;
    },
    async remove(id, removedAt, restorableUntil) {
      await sql.query(
        `UPDATE florin_saved_cards SET removed_at = $2, restorable_until = $3 WHERE id = $1 AND removed_at IS NULL`,
        [id, fromTime(removedAt), fromTime(restorableUntil)],
      );
    },
    async restore(id, now) {
      const rows = await sql.query(
        `UPDATE florin_saved_cards SET removed_at = NULL, restorable_until = NULL
         WHERE id = $1 AND forgetting_at IS NULL AND (removed_at IS NULL OR restorable_until > $2) RETURNING id`,
        [id, fromTime(now)],
      );
      return rows.length > 0;
    },
    async spend(hash, intentId, attemptId, now) {
      const [row] = await sql.query(
        `UPDATE florin_card_references AS reference SET attempt_id = $3
         WHERE hash = $1 AND intent_id = $2 AND expires_at > $4 AND NOT EXISTS (
           SELECT 1 FROM florin_attempts AS attempt WHERE attempt.id = reference.attempt_id
         ) RETURNING *`,
        [hash, intentId, attemptId, fromTime(now)],
      );
      return row ? toReference(row) : null;
    },
    async saveLater({ attemptId, intentId, customerId, gateway }, now) {
      await sql.query(
        `INSERT INTO florin_card_savings (attempt_id, intent_id, customer_id, gateway, retry_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [attemptId, intentId, customerId, gateway, fromTime(now)],
      );
    },
  };
}

export function sqlCards(client: SqlClient): CardStore {
  return {
    async list(customerId) {
      const rows = await client.query(
        `SELECT * FROM florin_saved_cards WHERE customer_id = $1 AND removed_at IS NULL
         ORDER BY is_default DESC, created_at DESC, id`,
        [customerId],
      );
      // Two that were added at once may both have been the first one.
      return rows.map((row, index) => toSavedCard(index === 0 ? row : { ...row, is_default: false }));
    },
    async find(id) {
      const [row] = await client.query('SELECT * FROM florin_saved_cards WHERE id = $1', [id]);
      return row ? toSavedCard(row) : null;
    },
    async add(card) {
      const added = await client.transaction((sql) => insertCard(sql, card));
      if (!added) throw new Error('The provider is just being told to forget this card.');
      return added;
    },
    async remove(customerId, id, now) {
      const rows = await client.query(
        `UPDATE florin_saved_cards SET removed_at = coalesce(removed_at, $3), restorable_until = $3
         WHERE customer_id = $1 AND id = $2 RETURNING id`,
        [customerId, id, fromTime(now)],
      );
      return rows.length > 0;
    },

    async addReference({ hash, intentId, gateway, token, label, installments, save, expiresAt }) {
      await client.query(
        `INSERT INTO florin_card_references (hash, intent_id, gateway, token, details, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (hash) DO UPDATE SET token = excluded.token, details = excluded.details, expires_at = excluded.expires_at
         WHERE florin_card_references.attempt_id IS NULL`,
        [hash, intentId, gateway, token, JSON.stringify({ label, installments, save }), fromTime(expiresAt)],
      );
    },
    async findReference(hash) {
      const [row] = await client.query('SELECT * FROM florin_card_references WHERE hash = $1', [hash]);
      return row ? toReference(row) : null;
    },

    async claimSavings({ now, gateways, customerId }) {
      const rows = await client.query(
        `UPDATE florin_card_savings SET tries = tries + 1, retry_at = ${retryAt}
         WHERE attempt_id IN (
           SELECT saving.attempt_id FROM florin_card_savings AS saving
             JOIN florin_attempts AS attempt ON attempt.id = saving.attempt_id
             WHERE saving.retry_at <= $1 AND saving.gateway = ANY($2) AND ($3::text IS NULL OR saving.customer_id = $3)
             AND attempt.status IN ('completed', 'failed', 'cancelled')
             ORDER BY saving.retry_at LIMIT ${BATCH} FOR UPDATE OF saving SKIP LOCKED
         ) RETURNING *`,
        [fromTime(now), gateways, customerId ?? null],
      );
      return rows.map(toSaving);
    },
    settleSaving: (attemptId, card) =>
      client.transaction(async (sql) => {
        const rows = await sql.query('DELETE FROM florin_card_savings WHERE attempt_id = $1 RETURNING attempt_id', [
          attemptId,
        ]);
        // Somebody else has settled it: a card that was removed since does not come back. Nor does one that the provider is
        // being told to forget: kept again, it would be listed and refused for ever.
        if (card && rows.length > 0) await insertCard(sql, card);
      }),

    async claimForgetting({ now, gateways }) {
      const rows = await client.query(
        `UPDATE florin_saved_cards SET tries = tries + 1, retry_at = ${retryAt},
           forgetting_at = coalesce(forgetting_at, $1)
         WHERE id IN (
           SELECT id FROM florin_saved_cards
             WHERE removed_at IS NOT NULL AND restorable_until <= $1 AND gateway = ANY($2)
             AND (retry_at IS NULL OR retry_at <= $1)
             ORDER BY restorable_until LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
         ) RETURNING *`,
        [fromTime(now), gateways],
      );
      return rows.map(toSavedCard);
    },
    async forgotten(id) {
      // While a card of this customer is still to be kept it may be this one, agreed to before it was removed: the row stays,
      // so that it does not come back.
      await client.query(
        `DELETE FROM florin_saved_cards AS card WHERE id = $1 AND forgetting_at IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM florin_card_savings AS saving
             WHERE saving.customer_id = card.customer_id AND saving.gateway = card.gateway
         )`,
        [id],
      );
    },
  };
}

/** `null`: the provider is just being told to forget this very card. */
async function insertCard(sql: SqlQuery, card: NewCardRecord): Promise<SavedCardRecord | null> {
  if (card.isDefault)
    await sql.query('UPDATE florin_saved_cards SET is_default = false WHERE customer_id = $1', [card.customerId]);
  const [row] = await sql.query(
    // The same token again is the same card: agreed to once more, it is no longer removed.
    // One that was removed since its customer agreed stays removed: the later word counts.
    `INSERT INTO florin_saved_cards
       (id, customer_id, gateway, token, brand, last4, exp_month, exp_year, cvc, is_default, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::boolean,
       NOT EXISTS (SELECT 1 FROM florin_saved_cards WHERE customer_id = $2 AND removed_at IS NULL)), $11)
     ON CONFLICT (customer_id, gateway, token) DO UPDATE SET
       removed_at = CASE WHEN florin_saved_cards.removed_at > excluded.created_at THEN florin_saved_cards.removed_at END,
       restorable_until = CASE WHEN florin_saved_cards.removed_at > excluded.created_at
         THEN florin_saved_cards.restorable_until END,
       is_default = coalesce($10::boolean, florin_saved_cards.is_default),
       exp_month = excluded.exp_month, exp_year = excluded.exp_year
       WHERE florin_saved_cards.forgetting_at IS NULL RETURNING *`,
    [
      card.id,
      card.customerId,
      card.gateway,
      card.token,
      card.brand,
      card.last4,
      card.expMonth,
      card.expYear,
      card.cvc,
      card.isDefault ?? null,
      fromTime(card.createdAt),
    ],
  );
  return row ? toSavedCard(row) : null;
}

function toSavedCard(row: Row): SavedCardRecord {
  return {
    id: String(row['id']),
    customerId: String(row['customer_id']),
    gateway: String(row['gateway']),
    token: String(row['token']),
    brand: String(row['brand']),
    last4: String(row['last4']),
    expMonth: Number(row['exp_month']),
    expYear: Number(row['exp_year']),
    cvc: String(row['cvc']),
    isDefault: Boolean(row['is_default']),
    createdAt: toTime(row['created_at']),
    removedAt: row['removed_at'] === null ? null : toTime(row['removed_at']),
    restorableUntil: row['restorable_until'] === null ? null : toTime(row['restorable_until']),
  };
}

function toReference(row: Row): CardReferenceRecord {
  return {
    ...(row['details'] as Pick<CardReferenceRecord, 'label' | 'installments' | 'save'>),
    hash: String(row['hash']),
    intentId: String(row['intent_id']),
    gateway: String(row['gateway']),
    token: String(row['token']),
    expiresAt: toTime(row['expires_at']),
  };
}

function toSaving(row: Row): CardSaving {
  return {
    attemptId: String(row['attempt_id']),
    intentId: String(row['intent_id']),
    customerId: String(row['customer_id']),
    gateway: String(row['gateway']),
  };
}
