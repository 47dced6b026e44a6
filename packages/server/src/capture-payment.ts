import { Amount, parse, type Violation } from '@florin/contract';
import type { Reading } from '@florin/providers';
import { currentIntent } from './current-intent.js';
import { toGatewayError, type Gateway } from './gateway.js';
import { requireAttempt } from './http/guards.js';
import { carryOut, type WriteCall } from './http/write.js';
import { findAttempt, paidAttempt, type AttemptRecord, type IntentRecord } from './intent-record.js';
import { describeError } from './log.js';
import { toMerchantIntent, type MerchantIntent } from './merchant-intent.js';
import { ProblemError } from './problem.js';
import { toPayment } from './provider-reader.js';
import type { ServerContext } from './server-context.js';
import { reportUnreadable, unreadableError } from './unreadable-payload.js';

export interface Capture {
  /** At most what was authorised, which is all of it when left out. */
  amount?: Amount;
  /** One for each capture of an intent. Without one it is captured once, however often this is called. */
  idempotencyKey?: string;
}

/** Takes the money of an intent whose gateway was set to authorise only. */
export async function capturePayment(
  context: ServerContext,
  intentId: string,
  { amount, idempotencyKey: key = 'capture' }: Capture,
): Promise<MerchantIntent> {
  const intent = await currentIntent(context, intentId);
  if (!intent) throw new ProblemError('intent_not_found');
  const json = { amount: amount ?? intent.amount };
  // There is no card in the body: the hash of it needs no secret that the store does not hold.
  const { body } = await carryOut(
    context,
    { secret: intent.secretHash, key, json, intent },
    captureCall(context, intentId),
  );
  return JSON.parse(body) as MerchantIntent;
}

function captureCall(context: ServerContext, intentId: string): WriteCall<Amount> {
  /** The same call was begun before, and broke off: it may have captured. */
  let isResumed = false;
  return {
    intentId,
    route: 'capture by the merchant',
    read: (json, intent) => amountOf((json as { amount: unknown }).amount, intent.amount),
    status: 200,
    begin: (intent, _, resumed) => {
      isResumed = resumed !== null;
      const attempt = findAttempt(intent, resumed ?? '') ?? paidAttempt(intent);
      if (!attempt) throw new ProblemError('action_not_expected');
      if (!context.gateways.get(attempt.gateway)?.capture) throw new ProblemError('method_not_available');
      return { intent, attemptId: attempt.id };
    },
    act: async ({ intent, attemptId }, amount, idempotencyKey) => {
      const attempt = requireAttempt(intent, attemptId ?? '');
      const asked = { ...attempt, uncertain: isResumed };
      const request = { payment: toPayment(context, intent, attempt.gateway), attempt: asked, amount, idempotencyKey };
      const reading = await capture(context, intent, attempt, (gateway) => gateway.capture?.(request));
      return toMerchantIntent((await context.reader.keep(intent.id, attempt, reading)) ?? intent);
    },
  };
}

async function capture(
  context: ServerContext,
  intent: IntentRecord,
  attempt: AttemptRecord,
  call: (gateway: Gateway) => Promise<Reading> | undefined,
): Promise<Reading> {
  const gateway = context.gateways.get(attempt.gateway);
  try {
    const reading = gateway && (await call(gateway));
    if (!reading) throw new ProblemError('method_not_available');
    if (reading.violations) throw unreadableError(reading);
    if (reading.attempt?.status === 'failed') throw refused(reading.attempt.failure?.code.value);
    return reading;
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    const error = toGatewayError(thrown);
    const { outcome, code, failure, retryAfter } = error;
    const about = { intent: intent.id, attempt: attempt.id, outcome, code };
    context.log({ level: 'warn', event: 'provider_capture_failed', ...about, ...describeError(error) });
    reportUnreadable(context, intent.id, attempt, error);
    if (outcome === 'not_sent') throw new ProblemError('provider_unavailable', { retryAfter: retryAfter ?? 2 });
    if (outcome === 'refused') throw refused(failure?.code.value ?? code);
    // The same call takes over, with the same key for the provider.
    throw error;
  }
}

function refused(code = 'unknown'): ProblemError {
  return new ProblemError('action_not_expected', { detail: `The provider refused the capture: ${code}` });
}

function amountOf(said: unknown, ours: Amount): Amount {
  const parsed = parse(Amount, said);
  const errors = parsed.ok ? notCapturable(parsed.value, ours) : parsed.violations;
  if (parsed.ok && errors.length === 0) return parsed.value;
  throw new ProblemError('validation_failed', {
    errors: errors.map(({ pointer, code }) => ({ pointer: `/amount${pointer}`, code })),
  });
}

function notCapturable({ value, currency, exponent }: Amount, ours: Amount): Violation[] {
  const wrong: [isWrong: boolean, pointer: string][] = [
    [value < 1 || value > ours.value, '/value'],
    [currency !== ours.currency, '/currency'],
    [exponent !== ours.exponent, '/exponent'],
  ];
  return wrong.flatMap(([isWrong, pointer]) => (isWrong ? [{ pointer, code: 'invalid_value' }] : []));
}
