import type { ActionAnswer, AttemptRequest, CardInput, CardLookup, MethodInput } from '@florin/contract';
import type { Effect } from '../payment/effect.js';
import type { PaymentEvent } from '../payment/event.js';
import { initialState, type CheckoutProblem, type Decision, type PaymentState } from '../payment/state.js';
import { transition } from '../payment/transition.js';
import { backoff } from './backoff.js';
import { createCardLookups } from './card-lookup.js';
import { createCardReference, type CardReferenceResult } from './card-reference.js';
import { pause, systemClock } from './clock.js';
import { createDeadlines } from './deadlines.js';
import { createExchange } from './exchange.js';
import { randomKey } from './random-key.js';
import { requireOptions, type CheckoutEvent, type CheckoutOptions } from './options.js';
import { createIntentReader } from './read-intent.js';
import { createRequests, type Body, type SendResult } from './requests.js';
import { changeSavedCard } from './saved-cards.js';
import { createSessionRecord } from './session-record.js';
import { createWatch } from './watch.js';

/** ms after which "paying" and "we are checking", each by itself, add that the shop will write. */
const OVERDUE_AFTER = 60_000;
/** ms during which a decision made before a reload is looked for before the form may come back. */
const LOOK_FOR_REMEMBERED = 10_000;

export interface Checkout {
  readonly state: PaymentState;
  /** Calls back after every change, never at once. Returns the way to stop. */
  subscribe(listener: (state: PaymentState) => void): () => void;
  load(): Promise<void>;
  submit(input: MethodInput): Promise<void>;
  confirm(answer: ActionAnswer): Promise<void>;
  resend(): Promise<void>;
  cancel(): Promise<void>;
  /** The page woke up: read now. */
  refresh(): Promise<void>;
  /** Whether somebody sees the page: unseen it is polled less often, seen again it is read at once. */
  setVisible(isVisible: boolean): void;
  /** The page is put away, and may be kept: nothing is followed until `refresh()`. What was sent is not touched. */
  suspend(): void;
  /** What the first 8 digits of a card tell; `null` when that is not known, for whatever reason. Changes no state. */
  lookUpCard(digits: string, signal?: AbortSignal): Promise<CardLookup | null>;
  /** Hands a card in for a reference that stands for it once: `{ type: 'card_reference', reference }`. Changes no state. */
  createCardReference(card: CardInput, signal?: AbortSignal): Promise<CardReferenceResult>;
  /** Removes a saved card at once. `null`: done, and the intent in `state` shows it; else what kept it from being done. */
  removeSavedCard(id: string): Promise<CheckoutProblem | null>;
  /** Brings a saved card back that was removed on this intent. */
  restoreSavedCard(id: string): Promise<CheckoutProblem | null>;
  /** ms since the epoch on the backend's clock, as far as the last answer tells. */
  serverNow(): number;
  /** Stops following. A request under way is let go: what came of it is found again on the next load. */
  destroy(): void;
}

/**
 * The headless checkout: runs the payment machine against a backend that speaks the contract. Its promises resolve
 * when the first answer has been dealt with; what came of it stands in `state`. They do not reject.
 */
export function createCheckout(options: CheckoutOptions): Checkout {
  requireOptions(options);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const makeKey = options.makeKey ?? randomKey;
  const exchange = createExchange({ ...options, fetch, clock, random });
  const readIntent = createIntentReader({
    intent: options.intent,
    providers: options.providers ?? {},
    onProblem: (problem) => guarded(() => options.onEvent?.({ type: 'problem', problem })),
  });
  const requests = createRequests(exchange, readIntent);
  const record = createSessionRecord(options.storage, options.intent);
  const lifetime = new AbortController();
  const lookUpCard = createCardLookups({ exchange, clock, makeKey, lifetime: lifetime.signal });
  const listeners = new Set<(state: PaymentState) => void>();
  /** Bodies of the decisions under way, by key. The only place where card data stands, and not for long. */
  const bodies = new Map<string, Body>();
  const deadlines = createDeadlines(clock, () => void refresh());
  const watch = createWatch({
    mode: options.status ?? 'auto',
    openStream: (signal) => requests.openStream(state.intent?.version, signal),
    read,
    onIntent: (payload) => void receive(payload),
    isSeen: () => isVisible,
    clock,
    random,
  });
  let state = initialState;
  let isVisible = true;
  let overdueTimer: unknown;
  let sendRound = 0;
  let readRound = 0;
  let readTurn = 0;

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async load() {
      const remembered = record.read();
      await dispatch({ type: 'load', ...(remembered && { remembered }) });
    },
    submit: (input) => decide('submit', attemptRequest(input)),
    confirm: (answer) => decide('confirm', answer),
    resend: () => decide('resend', undefined),
    cancel: () => decide('cancel', undefined),
    refresh,
    setVisible(visible) {
      isVisible = visible;
      if (visible) void refresh();
    },
    suspend: () => watch.stop(),
    lookUpCard,
    createCardReference: referTo,
    removeSavedCard: (id) => changeCard(id, 'remove'),
    restoreSavedCard: (id) => changeCard(id, 'restore'),
    serverNow: () => deadlines.serverNow(),
    destroy() {
      lifetime.abort();
      watch.stop();
      deadlines.clear();
      clock.clearTimeout(overdueTimer);
      listeners.clear();
      bodies.clear();
    },
  };

  function attemptRequest(method: MethodInput): AttemptRequest {
    return { method, ...(options.browser && { browser: options.browser() }) };
  }

  async function decide(type: Decision['kind'], body: Body): Promise<void> {
    if (lifetime.signal.aborted) return;
    const key = makeKey();
    bodies.set(key, body);
    await dispatch({ type, key });
  }

  async function refresh(): Promise<void> {
    await dispatch({ type: 'refresh' });
  }

  async function referTo(card: CardInput, signal?: AbortSignal): Promise<CardReferenceResult> {
    // Only the intent says whether a card may be sent as it is.
    if (!state.intent || lifetime.signal.aborted) return { problem: { code: 'not_ready' } };
    if (state.intent.encryption_key) return { problem: notSent.problem };
    const until = signal ? AbortSignal.any([lifetime.signal, signal]) : lifetime.signal;
    return createCardReference(exchange, card, makeKey(), until);
  }

  async function changeCard(id: string, kind: 'remove' | 'restore'): Promise<CheckoutProblem | null> {
    // A payment that is being made, or was made, keeps the card that it was made with.
    if (state.phase !== 'ready' || state.decision || lifetime.signal.aborted) return { code: 'not_ready' };
    const change = { id, kind, key: makeKey(), signal: lifetime.signal };
    const answer = await changeSavedCard(exchange, readIntent, change);
    if ('problem' in answer) {
      // What is lost may have been done all the same: a read shows it.
      if (answer.isLost || answer.problem.code === 'saved_card_not_found') await refresh();
      return answer.problem;
    }
    await dispatch({ type: 'intent_read', intent: answer.value });
    return null;
  }

  /** Takes an event in and resolves when the effects that it brought have been run once. */
  async function dispatch(event: PaymentEvent): Promise<void> {
    if (lifetime.signal.aborted) return;
    const before = state;
    const [next, effects] = transition(state, event);
    state = next;
    for (const key of bodies.keys()) if (key !== state.decision?.key) bodies.delete(key);
    if (state.intent !== before.intent || state.action !== before.action) deadlines.follow(state);
    if (state.decision?.key !== before.decision?.key) sendRound = 0;
    const running = effects.map(run);
    if (state !== before) tell(before);
    await Promise.all(running);
  }

  function run(effect: Effect): Promise<void> | void {
    switch (effect.type) {
      case 'send':
        return send(effect.decision);
      case 'send_again':
        return void sendAgain(effect.decision, effect.after);
      case 'read':
        return read(lifetime.signal).then(() => undefined);
      case 'read_later':
        return void readLater(effect.after);
      case 'watch':
        return watch.start();
      case 'unwatch':
        return watch.stop();
      case 'remember':
        return record.write({ key: effect.key, attempt: effect.attempt });
      case 'forget':
        return record.clear();
      case 'start_overdue_timer': {
        const bound = state.phase === 'verifying' && state.decision?.remembered ? LOOK_FOR_REMEMBERED : OVERDUE_AFTER;
        clock.clearTimeout(overdueTimer);
        overdueTimer = clock.setTimeout(() => void dispatch({ type: 'overdue' }), bound);
        return undefined;
      }
      case 'stop_overdue_timer':
        return clock.clearTimeout(overdueTimer);
    }
  }

  async function send(decision: Decision): Promise<void> {
    const { key } = decision;
    const body = bodies.get(key);
    // A backend that gives a key must not see the card itself, and this version cannot seal: nothing is sent.
    const mustBeSealed = Boolean(state.intent?.encryption_key) && isCard(body);
    const result = await (mustBeSealed ? notSent : requests.send(decision, body, lifetime.signal));
    return dispatch({ ...result, key });
  }

  async function sendAgain(decision: Decision, after?: number): Promise<void> {
    await pause(clock, after ?? backoff(++sendRound, random), lifetime.signal);
    // A read may have shown meanwhile what became of it.
    if (state.decision?.key === decision.key && bodies.has(decision.key)) await send(decision);
  }

  async function read(signal: AbortSignal): Promise<number | undefined> {
    const result = await requests.read(signal);
    if (signal.aborted) return undefined;
    if ('problem' in result) {
      await dispatch({ type: 'read_failed', problem: result.problem });
      return result.problem.retryAfter;
    }
    readRound = 0;
    await dispatch({ type: 'intent_read', intent: result.intent });
    return undefined;
  }

  async function readLater(after?: number): Promise<void> {
    const turn = ++readTurn;
    await pause(clock, after ?? backoff(++readRound, random), lifetime.signal);
    // Several reads may fail at once; only the last of them is tried again.
    if (turn === readTurn && state.phase === 'loading') await read(lifetime.signal);
  }

  /** An intent that the stream brought. It is not said twice: it waits for the code that reads it. */
  async function receive(payload: unknown): Promise<void> {
    for (let round = 1; !lifetime.signal.aborted; round += 1) {
      const answer = await readIntent(payload).catch(() => null);
      if (answer && 'value' in answer) return dispatch({ type: 'intent_read', intent: answer.value });
      await dispatch({ type: 'read_failed', problem: answer?.problem ?? { code: 'network' } });
      if (answer) return;
      await pause(clock, backoff(round, random), lifetime.signal);
    }
  }

  function tell(before: PaymentState): void {
    const snapshot = state;
    for (const event of eventsBetween(before, snapshot)) guarded(() => options.onEvent?.(event));
    for (const listener of listeners) guarded(() => listener(snapshot));
  }

  /** A listener that throws must not stop a payment; its error is still the page's to see. */
  function guarded(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

function eventsBetween(before: PaymentState, after: PaymentState): CheckoutEvent[] {
  const events: CheckoutEvent[] = [];
  if (after.phase !== before.phase) events.push({ type: 'phase', phase: after.phase, from: before.phase });
  if (after.action && after.action.type !== before.action?.type)
    events.push({ type: 'action', action: after.action.type });
  const isNewEnd =
    after.attempt?.id !== before.attempt?.id ||
    after.attempt?.status !== before.attempt?.status ||
    (after.phase === 'failed' && before.phase !== 'failed');
  if (after.failure && isNewEnd) events.push({ type: 'failure', failure: after.failure });
  if (after.problem && isNews(after.problem, before.problem)) events.push({ type: 'problem', problem: after.problem });
  return events;
}

const notSent = { type: 'refused', problem: { code: 'sealing_unsupported' } } as const satisfies SendResult;

/** A security code alone is card data too, and so is the card of a plan. */
function isCard(body: Body): boolean {
  if (body === undefined || !('method' in body)) return false;
  const { method } = body;
  if (method.type === 'saved_card') return method.cvc !== undefined;
  return method.type === 'card' || method.type === 'installments';
}

function isNews(problem: CheckoutProblem, before: CheckoutProblem | null): boolean {
  return problem.code !== before?.code || problem.status !== before.status;
}
