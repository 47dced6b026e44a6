import type { Decision } from './state.js';

/** What the client has to do. Data only: whoever runs them owns the network and the clock. */
export type Effect =
  /** Send a decision for the first time. */
  | { readonly type: 'send'; readonly decision: Decision }
  /** Send the same decision again, with the same key and the same body, after a pause of at least `after` ms. */
  | { readonly type: 'send_again'; readonly decision: Decision; readonly after?: number }
  | { readonly type: 'read' }
  /** Read again after a pause of at least `after` ms. */
  | { readonly type: 'read_later'; readonly after?: number }
  /** Follow the intent: the stream, or polling where there is none. */
  | { readonly type: 'watch' }
  | { readonly type: 'unwatch' }
  /** Keep what a reload needs to know about a payment in progress. */
  | { readonly type: 'remember'; readonly key: string; readonly attempt: string | null }
  | { readonly type: 'forget' }
  | { readonly type: 'start_overdue_timer' }
  | { readonly type: 'stop_overdue_timer' };
