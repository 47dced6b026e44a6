import type { MethodOption, NextAction } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import { untilLoaded } from '../loading/until-loaded.js';

const loaders = {
  status: () => import('../define/status.js'),
  otp: () => import('../define/otp.js'),
  qr: () => import('../define/qr.js'),
  'three-ds': () => import('../define/three-ds.js'),
  'three-ds-method': () => import('../define/three-ds-method.js'),
  redirect: () => import('../define/redirect.js'),
  iframe: () => import('../define/iframe.js'),
  approval: () => import('../define/approval.js'),
  instructions: () => import('../define/instructions.js'),
  sdk: () => import('../define/sdk.js'),
};

/** What stands in the place of the form: the tag without `florin-`. `null`: the form itself. */
export type ViewName = keyof typeof loaders;

const ofAction: ReadonlyMap<string, ViewName> = new Map([
  ['otp', 'otp'],
  ['qr', 'qr'],
  ['three_ds_challenge', 'three-ds'],
  ['redirect', 'redirect'],
  ['iframe', 'iframe'],
  ['approval', 'approval'],
  ['instructions', 'instructions'],
  ['sdk', 'sdk'],
]);

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
      return ofAction.get(action?.type ?? '') ?? 'status';
    default:
      return 'status';
  }
}

/** What works unseen beside the view: the customer goes on waiting as before. */
export function unseenViewOf(action: NextAction | null): ViewName | null {
  return action?.type === 'three_ds_method' ? 'three-ds-method' : null;
}

const loaded = new Map<ViewName, Promise<unknown>>();

/** Fetches a view's code and registers its element. Until it is there the words inside its tag are shown. */
export function loadView(name: ViewName): Promise<unknown> {
  let loading = loaded.get(name);
  if (!loading) {
    // A file that was lost on the way is asked for again: a payment must not stop at it.
    loading = untilLoaded<unknown>(loaders[name]);
    loaded.set(name, loading);
  }
  return loading;
}

/** What a way to pay is likely to lead to. */
const likely: ReadonlyMap<string, readonly ViewName[]> = new Map([
  ['qr', ['qr']],
  ['redirect', ['redirect']],
  ['approval', ['approval']],
  ['instructions', ['instructions']],
  ['mobile_money', ['approval', 'otp']],
]);
const ofCards: readonly ViewName[] = ['three-ds', 'three-ds-method'];

/** Fetches views while the customer types, so that nobody waits for one once they have paid: those that they may need. */
export function prefetchViews(methods: readonly Pick<MethodOption, 'type'>[]): void {
  for (const name of ['status' as const, ...methods.flatMap(({ type }) => likely.get(type) ?? ofCards)])
    void loadView(name);
}

/** The customer has paid, and what comes next is the bank's to say: while it thinks, the rest is fetched. */
export function prefetchAllViews(): void {
  for (const name of Object.keys(loaders) as ViewName[]) void loadView(name);
}
