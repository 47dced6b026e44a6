import { NextAction, parse } from '@florin/contract';
import { isObject, textOf } from '../json.js';
import { pageAction } from '../page-action.js';

type Native = Record<string, unknown>;

/** Purse's pages show no shape of it (its SDK hands it to `redirectionHandler`): where it stands, and where it may. */
const places = ['redirection', 'next_action', 'action'];

/** What the customer has to do: the issuer's page, or the partner's. Alma's own payment has its page in `url`. */
export function readNextAction(payload: Native): NextAction | null {
  const native = places
    .map((place) => payload[place])
    .find((value) => isObject(value) && Object.keys(value).length > 0);
  const action = isObject(native) ? readPage(native) : isAlmas(payload) ? pageAction({ url: payload['url'] }) : null;
  return action && parse(NextAction, action).ok ? action : null;
}

/** A payment of Purse may have an address of its own, where nobody is to go. */
function isAlmas(payload: Native): boolean {
  return payload['purchase_amount'] !== undefined;
}

/** An object without an address asks for something that is not known: the customer waits and the payment stays watched. */
function readPage(native: Native): NextAction {
  const { url = native['href'], method, params = native['body'] } = native;
  const type = textOf(native['type'])?.toLowerCase();
  const isChallenge = type?.includes('three_ds') || type?.includes('3ds') ? true : undefined;
  const page = pageAction({ url, method, params: fieldsIn(params) }, isChallenge);
  return page ?? { type: `native_${type ?? 'redirection'}` };
}

/** What is posted comes as an object, as JSON, or as a query string. */
function fieldsIn(params: unknown): unknown {
  if (typeof params !== 'string' || params === '') return params;
  try {
    return JSON.parse(params) as unknown;
  } catch {
    return Object.fromEntries(new URLSearchParams(params));
  }
}
