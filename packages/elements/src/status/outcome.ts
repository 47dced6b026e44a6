import type { PaymentState } from '@florin/core/payment';
import type { MessageKey } from '@florin/locale';

export type Sign = 'waiting' | 'success' | 'failure' | 'warning';

/** What is said about a state, in the keys of the messages. */
export interface Outcome {
  sign: Sign;
  title: MessageKey;
  texts: MessageKey[];
  showsReference?: boolean;
  /** What the button says that has the backend asked again, where there is one. */
  retry?: MessageKey;
  /** Nothing else on the page would let the customer stop. */
  mayStop?: boolean;
}

const additions: Readonly<Record<string, MessageKey>> = {
  refunded: 'paid.refunded',
  partially_refunded: 'paid.partially_refunded',
  charged_back: 'paid.charged_back',
  partially_charged_back: 'paid.partially_charged_back',
};

const unavailable: Readonly<Record<string, MessageKey>> = {
  secret_invalid: 'unavailable.secret',
  intent_not_found: 'unavailable.intent',
  contract_broken: 'unavailable.contract',
  provider_unknown: 'unavailable.contract',
  not_found: 'unavailable.contract',
  method_not_allowed: 'unavailable.contract',
};

/** What is added to a wait that lasts: the button must not be taken for another try to pay. */
const later = { texts: ['verifying.later'], showsReference: true, retry: 'action.check' } satisfies Partial<Outcome>;

/** Says "paid" or "failed" only where the backend has: everything else is in progress, or being checked. */
export function outcomeOf(state: PaymentState, attribute: string | null): Outcome {
  if (attribute)
    return { sign: 'warning', title: 'unavailable.title', texts: ['unavailable.attribute', 'unavailable.contact'] };
  switch (state.phase) {
    case 'completed': {
      const addition = additions[state.intent?.status ?? ''];
      // Of what is paid in parts, the customer has paid a part at most.
      const isInParts = state.attempt?.method.type === 'installments';
      return {
        sign: 'success',
        title: isInParts ? 'confirmed.title' : 'paid.title',
        texts: [isInParts ? 'paid.in_parts' : 'paid.text', ...(addition ? [addition] : [])],
        showsReference: true,
      };
    }
    case 'failed': {
      const { failure } = state;
      if (!failure) return { sign: 'failure', title: 'failed.title', texts: ['failed.text'], showsReference: true };
      const { reason, recovery } = failure;
      const texts: MessageKey[] = [`reason.${reason}`];
      // It may have been paid all the same: who orders again might pay twice.
      if (recovery === 'verify_outcome')
        return {
          sign: 'warning',
          title: 'verifying.title',
          texts: [...texts, 'recovery.verify_outcome'],
          showsReference: true,
        };
      texts.push(recovery === 'contact_merchant' ? 'recovery.contact_merchant' : 'failed.text');
      return { sign: 'failure', title: 'failed.title', texts, showsReference: true };
    }
    case 'expired':
      return { sign: 'warning', title: 'expired.title', texts: ['expired.text'] };
    case 'cancelled':
      return { sign: 'warning', title: 'cancelled.title', texts: ['cancelled.text'] };
    case 'verifying':
      return state.overdue
        ? { sign: 'waiting', title: 'verifying.title', ...later }
        : { sign: 'waiting', title: 'verifying.title', texts: ['verifying.text'], showsReference: true };
    case 'unavailable': {
      const why = unavailable[state.problem?.code ?? ''];
      return { sign: 'warning', title: 'unavailable.title', texts: [...(why ? [why] : []), 'unavailable.contact'] };
    }
    case 'loading':
      return state.problem
        ? { sign: 'warning', title: 'unreachable.title', texts: ['unreachable.text'], retry: 'action.retry' }
        : { sign: 'waiting', title: 'loading.title', texts: [] };
    case 'action_required':
      // The bank looks at the browser, unseen: nobody has to do anything, but the page that it is looked at through has to stay.
      if (isUnseen(state))
        return state.overdue ? { ...paying(state), texts: ['verifying.text'], mayStop: true } : paying(state);
      return {
        sign: 'waiting',
        title: 'waiting.title',
        ...(state.overdue && later),
        texts: ['waiting.text', ...(state.overdue ? later.texts : [])],
        mayStop: true,
      };
    case 'confirming':
      if (isUnseen(state)) return paying(state);
      return { sign: 'waiting', title: 'confirming.title', texts: ['processing.text'] };
    default:
      return paying(state);
  }
}

function isUnseen({ action }: PaymentState): boolean {
  return action?.type === 'three_ds_method';
}

function paying({ overdue }: PaymentState): Outcome {
  if (overdue) return { sign: 'waiting', title: 'processing.title', ...later };
  return { sign: 'waiting', title: 'processing.title', texts: ['processing.text'] };
}
