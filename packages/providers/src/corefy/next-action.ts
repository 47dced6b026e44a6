import { NextAction, parse } from '@florin/contract';
import { isObject, known, textOf } from '../json.js';
import { pageAction } from '../page-action.js';

type Native = Record<string, unknown>;

/** A resolution that stands on a live payment while the customer has something to do. */
const asks = [
  'auth_3ds_required',
  'auth_otp_required',
  'auth_cvv_required',
  'auth_lookup_required',
  'complete_auth_required',
];

export function asksForSomething(resolution: string | undefined): boolean {
  return resolution !== undefined && asks.includes(resolution.toLowerCase());
}

/**
 * What the customer has to do on a live payment. `auth_payload` comes from the card gateway: the issuer's page, with the
 * parameter names that its acquirer has. `flow_data` is the invoice's: the hosted page. `envelope` is the whole answer:
 * where in it `auth_payload` stands differs. `null`: nothing, or nothing that is said here.
 */
export function readNextAction(
  envelope: Native,
  attributes: Native,
  resolution: string | undefined,
): NextAction | null {
  const places = [envelope, attributes];
  const mode = places.map((place) => textOf(place['auth_mode'])?.toLowerCase()).find(Boolean);
  const payload = places.map((place) => place['auth_payload']).find(isFilled);
  if (mode === 'otp' || resolution?.toLowerCase() === 'auth_otp_required') return otp(payload ?? {});
  if (payload) {
    const { action: url, method, params } = payload;
    const action = pageAction({ url, method, params }, mode === '3ds' ? true : undefined);
    return action && parse(NextAction, action).ok ? action : { type: `native_${mode ?? 'auth_payload'}` };
  }
  const flow = attributes['flow_data'];
  if (!isFilled(flow) || asksForSomething(resolution)) return null;
  return pageAction({ url: flow['action'], method: flow['method'], params: flow['params'] });
}

/** Its fields are not documented: what a one-time code needs to be shown is taken where it is named like ours. */
function otp(payload: Native): NextAction {
  const params = isObject(payload['params']) ? payload['params'] : payload;
  return {
    type: 'otp',
    ...known({ sent_to: textOf(params['sent_to']), channel: textOf(params['channel']) }),
  };
}

/** An object with something in it; the API has `[]` and `{}` where there is nothing. */
function isFilled(value: unknown): value is Native {
  return isObject(value) && Object.keys(value).length > 0;
}
