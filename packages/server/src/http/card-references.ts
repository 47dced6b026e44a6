import { CardReferenceRequest, type CardInstallments, type Violation } from '@florin/contract';
import { labelOfCard } from '../card-ranges.js';
import { toGatewayError, type GatewayError } from '../gateway.js';
import type { IntentRecord, OfferedMethod } from '../intent-record.js';
import { describeError } from '../log.js';
import { ProblemError } from '../problem.js';
import { toPayment } from '../provider-reader.js';
import { isoTime } from '../public-intent.js';
import { sha256 } from '../secrets.js';
import type { ServerContext } from '../server-context.js';
import { readAs } from './body.js';
import { agreesToSave, brandOf, checkCard, planOf } from './check-card.js';
import { refuseIfFinal } from './guards.js';
import { write, type SecretOf } from './write.js';

/** ms. */
const LIFETIME = 15 * 60_000;

/**
 * `POST /intents/{id}/card-references`: the provider takes the card, the page gets what stands for it, once. Of the
 * reference the store holds the hash alone, also in the answer that is kept for a resend: it is made anew each time.
 */
export function createCardReference(context: ServerContext, request: Request, intentId: string): Promise<Response> {
  return write(context, request, {
    intentId,
    route: 'card-references',
    read: async (json, intent) => {
      const { card } = readAs(CardReferenceRequest, json);
      return { card, lookup: await context.lookups.of(intent, card.number) };
    },
    status: 201,
    begin: (intent, { card, lookup }) => {
      refuseIfFinal(intent, context.clock.now());
      checkCard(card, cardOptionOf(context, intent), lookup, '/card');
      const wait = context.cardReferences.take(intentId);
      if (wait > 0) throw new ProblemError('rate_limited', { retryAfter: wait / 1000 });
      return { intent, attemptId: null };
    },
    act: async ({ intent }, { card, lookup }, idempotencyKey, secretOf) => {
      const { store, clock, gateways } = context;
      const option = cardOptionOf(context, intent);
      const gateway = option.gateway ?? intent.gateway;
      const save = agreesToSave(card, option, intent);
      const installments: CardInstallments | null = planOf(card, lookup);
      const payment = toPayment(context, intent, gateway);
      const request = { payment, option, card, installments, save, idempotencyKey };
      const tokenized = await gateways
        .get(gateway)
        ?.tokenizeCard?.(request)
        .catch((error: unknown) => refuse(context, intent, toGatewayError(error)));
      if (!tokenized) throw new ProblemError('method_not_available');
      const expiresAt = clock.now() + LIFETIME;
      await store.cards.addReference({
        hash: await sha256(await referenceOf(secretOf)),
        intentId,
        gateway,
        token: tokenized.token,
        label: labelOfCard(brandOf(card, lookup), card.number.slice(-4)),
        installments,
        save,
        expiresAt,
      });
      return { expires_at: isoTime(expiresAt) };
    },
    tell: async (kept, secretOf) => ({ reference: await referenceOf(secretOf), ...kept }),
  });
}

async function referenceOf(secretOf: SecretOf): Promise<string> {
  return `cr_${await secretOf('card-reference')}`;
}

function cardOptionOf({ gateways }: ServerContext, intent: IntentRecord): OfferedMethod {
  const option = intent.methods.find(({ type }) => type === 'card');
  if (!option || !gateways.get(option.gateway ?? intent.gateway)?.tokenizeCard)
    throw new ProblemError('method_not_available');
  return option;
}

const pointers = new Map([
  ['check_number', '/card/number'],
  ['check_expiry', '/card/exp_month'],
  ['check_cvc', '/card/cvc'],
  ['check_holder', '/card/holder'],
]);

/** No money can move in this call: whatever was not refused may be sent again. */
function refuse({ log }: ServerContext, intent: IntentRecord, error: GatewayError): never {
  const { outcome, code, failure, retryAfter } = error;
  log({
    level: 'warn',
    event: 'provider_tokenize_failed',
    intent: intent.id,
    outcome,
    code,
    ...describeError(error),
  });
  if (outcome !== 'refused') throw new ProblemError('provider_unavailable', { retryAfter: retryAfter ?? 2 });
  const pointer = pointers.get(failure?.reason ?? '');
  if (pointer === undefined) throw new ProblemError('method_not_available');
  const errors: Violation[] = [{ pointer, code: 'invalid_value' }];
  throw new ProblemError('validation_failed', { errors });
}
