import { Attempt, explainFailure, Intent, isAction, isFinal, isPaid, parse, type Violation } from '@florin/contract';
import { reversedIn, type Provider, type Reading, type Reversed } from '@florin/providers';
import type { CheckoutProblem } from '../payment/state.js';
import { broken, type Answer } from './exchange.js';
import { providerRooms, type ProviderRooms } from './provider-rooms.js';
import { createReversals } from './relayed-reversals.js';

/** The answer of a backend that only relays its provider. Nothing of it has been checked. */
export interface Relayed {
  provider: unknown;
  /** What the provider does not know: version, amount, merchant, methods, clock. */
  intent?: unknown;
  /** The provider's own JSON. */
  payload?: unknown;
}

export interface NativeOptions {
  /** Id of the intent. */
  intent: string;
  /** The page's own rooms. They go before those of Florin. */
  providers: ProviderRooms;
  /** Hears once of a payload that cannot be read. The payment goes on. */
  onProblem(problem: CheckoutProblem): void;
}

export type NativeReader = (relayed: Relayed) => Promise<Answer<Intent>>;

/** What a payload says, in the contract's words. */
interface Told {
  status?: string | undefined;
  attempt: Attempt | null;
  /** What went back until now. */
  reversed?: Reversed;
  /** Of the provider's own attempt, and which one that is. */
  revision?: { of: string; number: number } | null;
  violations: readonly Violation[];
}

/**
 * Reads what a backend relays into the intent that it would have answered itself. Rejects when a room cannot be
 * fetched, and on nothing else.
 */
export function createNativeReader({ intent, providers, onProblem }: NativeOptions): NativeReader {
  const rooms: ProviderRooms = { ...providerRooms, ...providers };
  const open = new Map<string, Promise<Provider>>();
  /** The newest payload about each attempt, where its provider numbers its answers. */
  const newest = new Map<string, { number: number; told: Told }>();
  /** The attempt as it was read last, and was not unknown. */
  let last: Attempt | null = null;
  /** What a payload without an identifier is about. */
  let lastId = `${intent}-attempt`;
  let lastProblem = '';
  const withReversals = createReversals();

  return async function readNative({ provider: id, intent: part, payload }) {
    const enter = typeof id === 'string' && Object.hasOwn(rooms, id) ? rooms[id] : undefined;
    if (typeof id !== 'string' || typeof enter !== 'function')
      return broken([{ pointer: '/provider', code: 'unlisted' }], 'provider_unknown');
    const base = parse(Intent, { status: 'pending', ...recordOf(part), active_attempt: null });
    if (!base.ok) return broken(below('/intent', base.violations));
    if (base.value.id !== intent) return broken([{ pointer: '/intent/id', code: 'other_intent' }]);

    const read = toldBy(await roomOf(id, enter), payload, recordOf(part), { lastId, amount: base.value.amount });
    const told = newestOf(id, read);
    const attempt = stillAsked(told.attempt, read.attempt, last);
    lastId = attempt?.id ?? lastId;
    if (!attempt?.uncertain) last = attempt;
    report(id, told.violations);
    const status = statusOf(told, base.value.status);
    return { value: withReversals({ ...base.value, status, active_attempt: attempt }, told.reversed) };
  };

  function roomOf(id: string, enter: () => Promise<Provider>): Promise<Provider> {
    const room = open.get(id) ?? new Promise((resolve) => resolve(enter()));
    open.set(id, room);
    room.catch(() => open.delete(id));
    return room;
  }

  /** Callbacks overtake each other: what is older than what was read of this attempt says nothing. */
  function newestOf(provider: string, told: Told): Told {
    if (!told.revision) return told;
    const { of, number } = told.revision;
    const before = newest.get(`${provider} ${of}`);
    if (before && number < before.number) return before.told;
    newest.set(`${provider} ${of}`, { number, told });
    return told;
  }

  function report(provider: string, violations: readonly Violation[]): void {
    const problem: CheckoutProblem = { code: 'payload_unreadable', provider, violations };
    const text = violations.length > 0 ? JSON.stringify(problem) : '';
    // A poll brings the same one every few seconds.
    if (text !== '' && text !== lastProblem) onProblem(problem);
    lastProblem = text;
  }
}

/** What is known before a payload is read. */
interface Known {
  lastId: string;
  amount: Intent['amount'];
}

/** What the room reads. A room that throws, or answers what is no reading, has read nothing. */
function toldBy(room: Provider, payload: unknown, part: Native, { lastId, amount }: Known): Told {
  const said = recordOf(part['active_attempt']);
  const id = textOf(said['id']);
  const method = methodOf(recordOf(said['method']));
  const unread = (violations: readonly Violation[], status?: string): Told => ({
    status,
    attempt: { id: id ?? lastId, method, status: 'processing', uncertain: true, next_action: null, failure: null },
    violations,
  });
  try {
    const reading = room.read(payload);
    const violations = below('/payload', reading.violations ?? []);
    const status = textOf(reading.status);
    const reversed = reversedIn(reading, amount);
    if (!reading.attempt) {
      // Where the attempt should stand is nothing to be read: that does not mean that there is none.
      const isSure = violations.length === 0 || isFinal(status ?? '');
      return isSure ? { status, attempt: null, reversed, violations } : unread(violations, status);
    }
    const { revision, next_action, failure, ...read } = reading.attempt;
    const own = textOf(read.id);
    const attempt = parse(Attempt, {
      ...read,
      id: id ?? own ?? lastId,
      method,
      next_action: next_action && addressed(next_action, recordOf(part['three_ds'])),
      failure: failure && {
        code: failure.unlisted ? { ...failure.code, value: failure.reason } : failure.code,
        reason: failure.reason,
      },
    });
    if (!attempt.ok) return unread([unreadable], status);
    const isNumbered = typeof revision === 'number';
    return {
      status,
      attempt: redacted(attempt.value),
      reversed,
      revision: isNumbered ? { of: own ?? attempt.value.id, number: revision } : null,
      violations,
    };
  } catch {
    return unread([unreadable]);
  }
}

const unreadable: Violation = { pointer: '/payload', code: 'unreadable' };

/** Something is asked for, and not what: another answer about the same attempt has said it. */
function stillAsked(attempt: Attempt | null, ...others: (Attempt | null)[]): Attempt | null {
  if (attempt?.status !== 'action_required' || attempt.next_action) return attempt;
  const said = others.find((other) => other?.id === attempt.id && other.next_action);
  return said ? { ...attempt, next_action: said.next_action } : attempt;
}

/**
 * A completed attempt completes the intent, whatever its provider calls the payment by then. That no other try is allowed only
 * the backend knows; that something was paid only the payload says.
 */
function statusOf({ status = 'pending', attempt }: Told, said: string): string {
  if (attempt?.status === 'completed' && !attempt.uncertain && !isPaid(status)) return 'completed';
  const isOver = isFinal(said) && !isPaid(said);
  return status === 'pending' && isOver ? said : status;
}

/** As a backend does that speaks the contract: a stolen card and a plain decline enter the page byte for byte the same. */
function redacted(attempt: Attempt): Attempt {
  if (attempt.status !== 'failed' && !attempt.failure) return attempt;
  const { code, reason } = explainFailure(attempt.failure ?? null);
  return { ...attempt, failure: { code: { ...code, message: null }, reason } };
}

type Action = NonNullable<NonNullable<Reading['attempt']>['next_action']>;

/** Which page reports the end of a challenge, and by which nonce, is the backend's to say: the provider does not know. */
function addressed(action: Action, said: Native): Action {
  if (!isAction(action, 'three_ds_challenge') && !isAction(action, 'three_ds_method')) return action;
  const notification_origin = textOf(said['notification_origin']) ?? action.notification_origin;
  if (isAction(action, 'three_ds_method')) return { ...action, notification_origin };
  return { ...action, notification_origin, nonce: textOf(said['nonce']) ?? action.nonce };
}

/** Which way to pay an attempt took is the backend's to say too. */
function methodOf(said: Native): Attempt['method'] {
  const label = textOf(said['label']);
  return { type: textOf(said['type']) ?? 'unknown', ...(label !== undefined && { label }) };
}

type Native = Record<string, unknown>;

function recordOf(value: unknown): Native {
  return typeof value === 'object' && value !== null ? (value as Native) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function below(base: string, violations: readonly Violation[]): Violation[] {
  return violations.map(({ pointer, code }) => ({ pointer: base + String(pointer), code: String(code) }));
}
