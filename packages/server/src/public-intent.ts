import {
  explainFailure,
  isAction,
  type Attempt,
  type FailureReport,
  type Intent,
  type NextAction,
  type Reversal,
} from '@florin/contract';
import {
  activeAttempt,
  isSavedCardOption,
  paidAttempt,
  type AttemptRecord,
  type IntentRecord,
  type KeptFailure,
  type KeptReversal,
  type OfferedMethod,
} from './intent-record.js';
import type { ServerContext } from './server-context.js';

/** Where a browser reaches this server, and whether issuers' pages stand in a page of its own. */
type PublicPlace = Pick<ServerContext, 'publicUrl' | 'challengeBridge'>;

interface WentBack {
  completed_at?: string;
  refunds?: Reversal[];
  charge_backs?: Reversal[];
}

/** What a browser may know of an intent: no provider, no other attempt, no merchant's message, no telling code. */
export function toPublicIntent(intent: IntentRecord, now: number, place: PublicPlace): Intent {
  const attempt = paidAttempt(intent) ?? activeAttempt(intent);
  return {
    id: intent.id,
    version: intent.version,
    status: intent.status,
    amount: intent.amount,
    merchant: intent.merchant,
    description: intent.description,
    return_url: intent.returnUrl,
    server_time: isoTime(now),
    expires_at: intent.expiresAt === null ? null : isoTime(intent.expiresAt),
    ...(intent.country !== undefined && { country: intent.country }),
    ...wentBack(intent),
    methods: intent.methods.map((method) => withoutGateway(withoutRemoved(method, intent.removedCards))),
    active_attempt: attempt && toPublicAttempt(attempt, place),
  };
}

/** When it was paid, and what went back of it since. */
export function wentBack({ completedAt, refunds, chargeBacks }: IntentRecord): WentBack {
  return {
    ...(completedAt !== undefined && { completed_at: isoTime(completedAt) }),
    ...(refunds && { refunds: refunds.map(toReversal) }),
    ...(chargeBacks && { charge_backs: chargeBacks.map(toReversal) }),
  };
}

function toReversal({ amount, at }: KeptReversal): Reversal {
  return { amount, at: isoTime(at) };
}

function toPublicAttempt(attempt: AttemptRecord, place: PublicPlace): Attempt {
  return {
    id: attempt.id,
    status: attempt.status,
    uncertain: attempt.uncertain,
    method: attempt.method,
    is_fallback: attempt.isFallback,
    next_action: attempt.nextAction && addressed(attempt.nextAction, attempt.nonce, place),
    failure: attempt.status === 'failed' || attempt.failure ? redact(attempt.failure) : null,
  };
}

/** A lost or a stolen card, a suspected fraud and a plain decline leave here byte for byte the same. */
function redact(failure: KeptFailure | null): FailureReport {
  const { code, reason } = explainFailure(failure);
  const value = failure?.unlisted ? reason : code.value;
  return { code: { value, category: code.category, message: null }, reason };
}

/** Which page reports the end of 3-D Secure is ours to say: the provider does not know it. */
function addressed(action: NextAction, nonce: string, { publicUrl, challengeBridge }: PublicPlace): NextAction {
  if (!isAction(action, 'three_ds_challenge') && !isAction(action, 'three_ds_method')) return action;
  const notification_origin = new URL(publicUrl).origin;
  const bridge = challengeBridge && { bridge_url: `${publicUrl}/three-ds/${nonce}/bridge` };
  return { ...action, notification_origin, nonce, ...bridge };
}

function withoutRemoved(method: OfferedMethod, removed: readonly string[]): OfferedMethod {
  return isSavedCardOption(method)
    ? { ...method, cards: method.cards.filter(({ id }) => !removed.includes(id)) }
    : method;
}

function withoutGateway({ gateway: _gateway, ...method }: OfferedMethod): Intent['methods'][number] {
  return method as Intent['methods'][number];
}

export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
