import type { PaymentState } from '@florin/core';

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
    loading = fetchView(name);
    loaded.set(name, loading);
  }
  return loading;
}

/** A file that was lost on the way is asked for again: a payment must not stop at it. */
async function fetchView(name: ViewName, round = 1): Promise<unknown> {
  try {
    return await loaders[name]();
  } catch {
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(1000 * round, 10_000));
    });
    return fetchView(name, round + 1);
  }
}

/** Fetches every view while the customer types, so that nobody waits for one once they have paid. */
export function prefetchViews(): void {
  for (const name of Object.keys(loaders) as ViewName[]) void loadView(name);
}
