import type { AttemptStatus, Failure, Violation } from '@florin/contract';
import { intOf, isObject, textOf } from '../json.js';
import type { Reading } from '../provider.js';
import { unlistedStatus } from '../unlisted.js';
import { unread, unreadable } from '../unread.js';
import { describeFailure, stateOfPartner } from './codes.js';
import { readNextAction } from './next-action.js';
import { readPaid } from './refunds.js';
import { stateOf, states, type State, type StateEntry } from './statuses.js';

type Native = Record<string, unknown>;

/*
 * Purse's pages on its partners say that a payment has a state, a code and its partner's status, not where they stand in its
 * JSON. These are the places that are looked at, in this order: the plain ones first, then those of its API of today
 * (`authorization`) and of the older one that the partners' tables speak of (`status`, `plugin_result`), as its public
 * plug-ins read them.
 */
const statePlaces = ['state', 'status', 'status.state', 'authorization.status', 'authorization_status'];
const codePlaces = ['code', 'status_code', 'status.code'];
const partnerPlaces = [
  'psp_status',
  'partner_status',
  'psp.status',
  'partner.status',
  'plugin_result.status',
  'authorization.partner_transactions.0.status',
];

/** Reads a payment of Purse, or one of Alma itself: one try to pay either way. Does not throw. */
export function read(payload: unknown): Reading {
  if (!isObject(payload)) return unreadable([{ pointer: '', code: 'expected_object' }]);
  const words = wordsOf(payload);
  const id = textOf(payload['id']);
  if (!words) return unreadable([stateViolation(payload)], id);
  const revision = intOf(payload['version']);
  const entry: StateEntry | undefined = words.state && states[words.state];
  const failure = readFailure(words, payload);
  const status = statusOf(words, entry, { payload, failure });
  const isSure = !entry?.uncertain && !words.isContradicted;
  const next_action = status === 'processing' && isSure ? readNextAction(payload) : null;
  return {
    // Purse's session may take another payment: only a paid one says something of the whole.
    ...(status === 'completed' && readPaid(payload)),
    attempt: {
      ...unread,
      ...(id !== undefined && { id }),
      ...(revision !== undefined && { revision }),
      status: next_action ? 'action_required' : status,
      uncertain: !isSure,
      next_action,
      failure: status === 'failed' ? failure : null,
    },
  };
}

interface Words {
  /** `undefined`: a word that nobody lists. */
  state: State | undefined;
  /** What stood in its place. */
  said: string;
  /** Purse has said a state, and not its partner's status alone. */
  isPurses: boolean;
  /** Two places say two states that end differently: nobody knows. */
  isContradicted: boolean;
  partner: string | undefined;
  code: string | undefined;
}

/** The state decides; where a payment has none, as Alma's own have not, the partner's status says which it is. */
function wordsOf(payload: Native): Words | undefined {
  const places = statePlaces.map((place) => textOf(valueAt(payload, place))).filter((text) => text !== undefined);
  const listed = places.filter((text) => stateOf(text) !== undefined);
  const given = listed[0] === undefined ? undefined : stateOf(listed[0]);
  const partner = textAt(payload, partnerPlaces) ?? (given ? undefined : places[0]);
  const said = listed[0] ?? places[0] ?? partner;
  if (said === undefined) return undefined;
  const state = given ?? (partner === undefined ? undefined : stateOfPartner(partner));
  const ends = new Set(listed.map((text) => states[stateOf(text) ?? 'UNCERTAIN'].attempt));
  const code = textAt(payload, codePlaces);
  return { state, said, partner, code, isPurses: given !== undefined, isContradicted: ends.size > 1 };
}

function statusOf(
  { state: _state, isPurses, isContradicted, ...words }: Words,
  entry: StateEntry | undefined,
  { payload, failure }: { payload: Native; failure: Failure | null },
): AttemptStatus | (string & {}) {
  if (isContradicted) return 'processing';
  if (!entry) return unlistedStatus(words.said);
  if (entry.attempt === 'processing' && !isPurses && hasExpired(payload)) return 'failed';
  if (entry.attempt !== 'failed' || !isCancelled(words)) return entry.attempt;
  // Who gives up after the money may have been taken has not cancelled: nobody is asked to pay again.
  return failure?.recovery === 'verify_outcome' ? 'failed' : 'cancelled';
}

/** Giving up is no failure. */
function isCancelled({ partner, code, said }: Pick<Words, 'partner' | 'code' | 'said'>): boolean {
  return [partner, code, said].some(
    (word) => word !== undefined && /^(?:aborted(?:_?by_?customer)?|cancelled)$/i.test(word),
  );
}

/** Alma dates the end of a payment that nobody made in time. */
function hasExpired(payload: Native): boolean {
  return typeof payload['expired_at'] === 'number' && payload['expired_at'] > 0;
}

function readFailure({ partner, code }: Words, payload: Native): Failure | null {
  if (hasExpired(payload)) return describeFailure('EXPIRED');
  // The partner's word says more than Purse's.
  const told = partner ?? code;
  return told === undefined ? null : describeFailure(told, code);
}

function textAt(payload: Native, places: readonly string[]): string | undefined {
  return places.map((place) => textOf(valueAt(payload, place))).find((text) => text !== undefined);
}

function valueAt(payload: Native, place: string): unknown {
  return place.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)] as unknown;
    return isObject(value) ? value[name] : undefined;
  }, payload);
}

function stateViolation(payload: Native): Violation {
  const place = statePlaces.find((name) => valueAt(payload, name) !== undefined);
  const pointer = `/${(place ?? statePlaces[0] ?? '').replaceAll('.', '/')}`;
  return { pointer, code: place ? 'expected_string' : 'required' };
}
