import type { Reason } from '@florin/contract';
import type { GalleryState, GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked, attemptOf, failed, over, underWay } from '../payments.js';

const failures: Reason[] = [
  'insufficient_funds',
  'contact_issuer',
  'generic_decline',
  'operator_failed',
  'merchant_setup',
  'unknown_outcome',
];

const unavailable = (code: string): GalleryState => ({ payment: { phase: 'unavailable', problem: { code } } });

export const status: GalleryStates = {
  loading: { payment: { phase: 'loading' } },
  unreachable: { payment: { phase: 'loading', problem: { code: 'network' } } },
  processing: { payment: underWay('processing') },
  processing_overdue: { payment: { ...underWay('processing'), overdue: true } },
  verifying: { payment: underWay('verifying', { uncertain: true }) },
  verifying_overdue: { payment: { ...underWay('verifying', { uncertain: true }), overdue: true } },
  unknown_action: { payment: asked({ type: 'palm_reading' }) },
  unknown_action_overdue: { payment: { ...asked({ type: 'palm_reading' }), overdue: true } },
  unknown_action_not_stopped: notStopped({ type: 'palm_reading' }),
  confirming: { payment: { ...asked({ type: 'palm_reading' }), phase: 'confirming' } },
  paid: { payment: over('completed') },
  paid_in_parts: {
    payment: {
      ...over('completed'),
      attempt: attemptOf({ status: 'completed', method: { type: 'installments', label: 'Alma' } }),
    },
  },
  paid_refunded: { payment: over('completed', 'refunded') },
  paid_partially_refunded: { payment: over('completed', 'partially_refunded') },
  paid_charged_back: { payment: over('completed', 'charged_back') },
  paid_partially_charged_back: { payment: over('completed', 'partially_charged_back') },
  ...Object.fromEntries(failures.map((reason) => [`failed_${reason}`, { payment: failed(reason, 'failed') }])),
  expired: { payment: over('expired') },
  cancelled: { payment: over('cancelled') },
  unavailable_secret: unavailable('secret_invalid'),
  unavailable_intent: unavailable('intent_not_found'),
  unavailable_contract: unavailable('contract_broken'),
};
