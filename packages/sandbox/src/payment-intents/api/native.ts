import { formatMoney, minorUnits, moneyOf } from '../../money.js';
import type { Money } from '../../money.js';
import { latestAttempt } from '../payments/model.js';
import type { Attempt, Intent } from '../payments/model.js';
import { referenceOf } from '../payments/instructions.js';
import { labelOf } from '../payments/label.js';
import { findMethod, requiresPhone } from '../payments/methods.js';
import { refundReasons, refundableOf, refundedOf, type Refund } from '../payments/refunds.js';
import { iso } from './iso.js';
import { nativeAction } from './native-action.js';

/** The unit of `amount.value` in answers: the system's documentation and its own client disagree. */
export type AmountUnit = 'major' | 'minor';

/** What a scenario's `fields` put into the intent. Every other field goes into the attempt. */
const intentFields = [
  'amount',
  'customer',
  'description',
  'return_url',
  'webhook_url',
  'metadata',
  'active_attempt',
  'expires_at',
];

export interface NativeOptions {
  amountUnit: AmountUnit;
  publicUrl: string;
}

/** Writes payments down in the system's own JSON. */
export class NativeJson {
  readonly #options: NativeOptions;

  constructor(options: NativeOptions) {
    this.#options = options;
  }

  amount(money: Money) {
    const formatted = formatMoney(money);
    const value = this.#options.amountUnit === 'minor' ? minorUnits(money) : money.major;
    return { value, formatted, short: formatted, currency: money.currency };
  }

  intent(intent: Intent) {
    const attempt = latestAttempt(intent);
    const { fields } = (attempt ?? intent).scenario;
    return {
      id: intent.id,
      amount: this.amount(intent.amount),
      customer: intent.customer,
      status: intent.status,
      description: intent.description,
      return_url: intent.returnUrl,
      webhook_url: intent.webhookUrl,
      metadata: intent.metadata,
      active_attempt: attempt && this.attempt(intent, attempt),
      completed_at: iso(intent.completedAt),
      expires_at: iso(intent.expiresAt),
      created_at: iso(intent.createdAt),
      ...pick(fields, (name) => intentFields.includes(name)),
    };
  }

  attempt(intent: Intent, attempt: Attempt) {
    const { action, method } = attempt;
    const category = findMethod(method)?.category ?? method;
    return {
      id: attempt.id,
      method: { value: method, label: labelOf(attempt), category, requires_phone: requiresPhone(category) },
      amount: this.amount(intent.amount),
      status: attempt.status,
      gateway: {
        transaction: {
          id: `gt_${attempt.id.slice(4)}`,
          reference: referenceOf(attempt),
          external_id: null,
          status: attempt.uncertain ? 'unknown' : attempt.status,
        },
      },
      next_action:
        attempt.status === 'action_required' && action ? nativeAction(action, intent, this.#options.publicUrl) : null,
      failure: attempt.failure && { code: attempt.failure, message: attempt.failure.message },
      failover: null,
      saved_card: attempt.savedCard,
      processing_at: iso(attempt.createdAt),
      action_required_at: iso(attempt.actionRequiredAt),
      completed_at: iso(attempt.completedAt),
      failed_at: iso(attempt.failedAt),
      expired_at: iso(attempt.expiredAt),
      created_at: iso(attempt.createdAt),
      ...pick(attempt.scenario.fields, (name) => !intentFields.includes(name)),
    };
  }

  refund(intent: Intent, refund: Refund) {
    const { id, type, reason, note, metadata } = refund;
    const amount = this.amount(moneyOf(refund.amount, intent.amount.currency));
    return {
      id,
      amount,
      processed_amount: amount,
      exchange_rate: null,
      type,
      execution_method: 'gateway',
      status: 'completed',
      reason: reason === null ? null : { value: reason, label: refundReasons[reason] },
      note,
      failure_code: null,
      failure_message: null,
      metadata,
      payout: null,
      completed_at: iso(refund.createdAt),
      failed_at: null,
      created_at: iso(refund.createdAt),
    };
  }

  refundAvailability(intent: Intent) {
    const left = refundableOf(intent);
    const amount = (minor: number) => this.amount(moneyOf(minor, intent.amount.currency));
    return {
      is_refundable: left > 0,
      refundable_amount: amount(left),
      refunded_amount: amount(refundedOf(intent)),
      pending_amount: amount(0),
      has_pending_refund: false,
      available_types: left > 0 ? ['full', 'partial'] : [],
      execution_method: 'gateway',
      unavailable_reason: left > 0 ? null : 'Only a completed payment can be refunded, and only what is left of it.',
    };
  }

  /** An amount that a client sends in the unit of answers, in minor units. `null`: it is none. */
  minorUnitsOf(value: unknown, currency: string): number | null {
    if (typeof value !== 'number' || !(value > 0)) return null;
    const minor = this.#options.amountUnit === 'minor' ? value : minorUnits({ major: value, currency });
    const isExact = this.#options.amountUnit === 'minor' || moneyOf(minor, currency).major === value;
    return isExact && Number.isSafeInteger(minor) ? minor : null;
  }
}

function pick(fields: Record<string, unknown> = {}, isWanted: (name: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isWanted(name)));
}
