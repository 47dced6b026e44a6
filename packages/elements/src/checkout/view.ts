import type { PaymentState } from '@florin/core';
import { untilLoaded } from '../loading/until-loaded.js';

/** What stands in the place of the form. `null`: the form itself. */
export type ViewName = 'status' | 'otp' | 'qr' | 'three-ds';

const ofAction: Readonly<Record<string, ViewName>> = { otp: 'otp', qr: 'qr', three_ds_challenge: 'three-ds' };

/** The form while the customer can pay, the view that a next action asks for, else words about where things stand. */
export function viewOf({ phase, action, problem }: PaymentState): ViewName | null {
  switch (phase) {
    case 'ready':
    case 'submitting':
      return null;
    case 'loading':
      return problem ? 'status' : null;
    case 'action_required':
    case 'confirming':
      return ofAction[action?.type ?? ''] ?? 'status';
    default:
      return 'status';
  }
}

const loaders: Record<ViewName, () => Promise<unknown>> = {
  status: () => import('../define/status.js'),
  otp: () => import('../define/otp.js'),
  qr: () => import('../define/qr.js'),
  'three-ds': () => import('../define/three-ds.js'),
};

const loaded = new Map<ViewName, Promise<unknown>>();

/** Fetches a view's code and registers its element. Until it is there the words inside its tag are shown. */
export function loadView(name: ViewName): Promise<unknown> {
  let loading = loaded.get(name);
  if (!loading) {
    // A file that was lost on the way is asked for again: a payment must not stop at it.
    loading = untilLoaded(loaders[name]);
    loaded.set(name, loading);
  }
  return loading;
}

/**
 * Fetches the views while the customer types, so that nobody waits for one once they have paid. The QR code, the heaviest, is for
 * those who can choose it.
 */
export function prefetchViews(hasQr: boolean): void {
  for (const name of Object.keys(loaders) as ViewName[]) if (hasQr || name !== 'qr') void loadView(name);
}
