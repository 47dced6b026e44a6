import { isFinal, isPaid } from '@florin/contract';
import type { Reading } from '@florin/providers';
import { applyReading, contradicts } from './apply-reading.js';
import { GatewayError, toGatewayError, type GatewayPayment } from './gateway.js';
import {
  activeAttempt,
  isCompleted,
  paidAttempt,
  undecidedAttempt,
  type AttemptRecord,
  type IntentRecord,
} from './intent-record.js';
import { describeError } from './log.js';
import { shortestInterval } from './read-intervals.js';
import { randomToken } from './secrets.js';
import type { ServerContext } from './server-context.js';
import { isUnreadable, reportUnreadable, unreadableError } from './unreadable-payload.js';

/** Asks providers what became of a payment, and keeps what they say. */
export class ProviderReader {
  readonly #running = new Map<string, Promise<IntentRecord | null>>();
  readonly #waiting = new Map<string, Promise<IntentRecord | null>>();

  constructor(private readonly context: ServerContext) {}

  /**
   * Asks now: about the attempt that is named, else about the newest one, or the newest of a gateway. A question that is under way may have been answered before whatever made somebody ask again:
   * it is asked once more, but only once however many ask meanwhile. Throws a `GatewayError`.
   */
  readNow(id: string, gateway?: string, attemptId?: string): Promise<IntentRecord | null> {
    const key = `${id} ${gateway ?? ''} ${attemptId ?? ''}`;
    const read = () => this.#read(id, (intent) => askedAttempt(intent, gateway, attemptId));
    const running = this.#running.get(key);
    if (!running) return this.#start(key, read);
    const waiting =
      this.#waiting.get(key) ??
      running
        .catch(() => null)
        .then(() => {
          this.#waiting.delete(key);
          return this.#start(key, read);
        });
    this.#waiting.set(key, waiting);
    return waiting;
  }

  /**
   * Asks when an attempt is under way and nobody asked lately; of what is paid more rarely, whether it was refunded. What
   * goes wrong is logged: it is asked again later.
   */
  async readIfDue(intent: IntentRecord): Promise<void> {
    const { store, clock } = this.context;
    const interval = shortestInterval(this.context, intent);
    if (interval === null || !(await store.takeTurn(intent.id, clock.now(), interval))) return;
    await this.tryReadNow(intent.id);
  }

  /** `null`: the provider could not be asked. */
  async tryReadNow(id: string): Promise<IntentRecord | null> {
    try {
      return await this.readNow(id);
    } catch (error) {
      const failed = toGatewayError(error);
      const { outcome, code } = failed;
      if (isUnreadable(failed)) return null;
      this.context.log({
        level: 'warn',
        event: 'provider_read_failed',
        intent: id,
        outcome,
        code,
        ...describeError(error),
      });
      return null;
    }
  }

  /** Keeps what a gateway answered about an attempt. */
  async keep(id: string, attempt: AttemptRecord, reading: Reading, onlyVersion?: number): Promise<IntentRecord | null> {
    const { store, clock, log, unreceivedAfter } = this.context;
    const fallbackId = `pa_${randomToken(18)}`;
    reportUnreadable(this.context, id, attempt, reading);
    const kept = await store.change(id, (intent) => {
      // Somebody was faster: this answer may be older than what is known. What is final is true whenever it was said.
      if (onlyVersion !== undefined && intent.version !== onlyVersion && !isSettled(reading)) return intent;
      if (contradicts(intent, reading)) log({ level: 'error', event: 'outcome_contradicts', intent: id });
      const { gateway, id: attemptId } = attempt;
      const next = applyReading(intent, reading, { gateway, attemptId, now: clock.now(), unreceivedAfter, fallbackId });
      const completed = next.attempts.filter(isCompleted).map((each) => each.id);
      if (completed.length > 1 && completed.length > intent.attempts.filter(isCompleted).length)
        log({ level: 'error', event: 'paid_twice', intent: id, attempts: completed });
      return next;
    });
    if (kept && isPaid(kept.status)) this.context.keeper.keepCardOf(kept);
    return kept;
  }

  #start(key: string, read: () => Promise<IntentRecord | null>): Promise<IntentRecord | null> {
    const running = read().finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  async #read(id: string, choose: (intent: IntentRecord) => AttemptRecord | null): Promise<IntentRecord | null> {
    const intent = await this.context.store.find(id);
    const attempt = intent && choose(intent);
    if (!intent || !attempt) return intent;
    const reading = await this.#ask(intent, attempt);
    return this.keep(id, attempt, reading, intent.version);
  }

  async #ask(intent: IntentRecord, attempt: AttemptRecord): Promise<Reading> {
    const gateway = this.context.gateways.get(attempt.gateway);
    if (!gateway) throw new GatewayError('not_sent', 'gateway_missing');
    try {
      const reading = await gateway.read({ payment: toPayment(this.context, intent, attempt.gateway), attempt });
      // No information is no reason to doubt what is known. That it was paid is all there is to know.
      if (reading.violations && !isPaid(reading.status ?? '')) throw unreadableError(reading);
      return reading;
    } catch (error) {
      reportUnreadable(this.context, intent.id, attempt, toGatewayError(error));
      throw error;
    }
  }
}

function askedAttempt(intent: IntentRecord, gateway?: string, attemptId?: string): AttemptRecord | null {
  if (gateway === undefined) return undecidedAttempt(intent) ?? paidAttempt(intent) ?? activeAttempt(intent);
  const isMeant = (attempt: AttemptRecord) => attempt.id === (attemptId ?? attempt.id) && attempt.gateway === gateway;
  return intent.attempts.filter(isMeant).at(-1) ?? null;
}

function isSettled({ status, attempt }: Reading): boolean {
  return isFinal(status ?? '') || ['completed', 'failed', 'cancelled'].includes(attempt?.status ?? '');
}

export function toPayment(
  { publicUrl }: Pick<ServerContext, 'publicUrl'>,
  intent: IntentRecord,
  gateway: string,
): GatewayPayment {
  const { id, amount, description, returnUrl: shopUrl, customer, metadata, order = null, providerIntents } = intent;
  const providerIntentId = Object.hasOwn(providerIntents, gateway) ? (providerIntents[gateway] ?? null) : null;
  const returnUrl = `${publicUrl}/return/${id}`;
  return { id, amount, description, returnUrl, shopUrl, customer, metadata, order, providerIntentId };
}
