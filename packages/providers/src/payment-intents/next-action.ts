import { NextAction, nextActionTypes, parse } from '@florin/contract';
import { appAddressOf, fieldsOf, intOf, isObject, known, textOf, timeOf, webAddressOf } from '../json.js';

type Native = Record<string, unknown>;

/** ms. EMV 3DS: how long the method's page is waited for, where nobody says it. */
const METHOD_TIMEOUT = 10_000;

/** Native `next_action.type` → the contract's action. `null`: the fields that matter are missing. */
const readers = new Map<string, (native: Native) => NextAction | null>([
  ['redirect_to_url', redirect],
  ['embed_iframe', iframe],
  ['collect_otp', otp],
  ['approve_on_phone', approval],
  ['scan_qr_code', qr],
  ['display_payment_instructions', instructions],
  ['complete_with_sdk', sdk],
]);

/**
 * `null`, `{}`, `[]` and `none` ask for nothing. A type that nobody lists, or a listed one without the fields
 * it needs, becomes an unlisted action: the customer waits and the payment stays watched.
 */
export function readNextAction(native: unknown): NextAction | null {
  if (!isObject(native)) return null;
  const type = textOf(native['type']);
  if (type === undefined || type === 'none') return null;
  const action = readers.get(type)?.(native) ?? null;
  return action && parse(NextAction, action).ok ? action : unlisted(type);
}

function unlisted(type: string): NextAction {
  // The contract's own names promise fields that this action does not have.
  return { type: (nextActionTypes as readonly string[]).includes(type) ? `native_${type}` : type };
}

function redirect(native: Native): NextAction | null {
  const url = webAddressOf(native['url']);
  if (!url) return null;
  const method = textOf(native['method'])?.toUpperCase();
  return {
    type: 'redirect',
    url,
    ...known({ method, presentation: textOf(native['presentation'])?.toLowerCase() }),
    ...(isObject(native['params']) && { params: fieldsOf(native['params']) }),
  };
}

function iframe(native: Native): NextAction | null {
  const url = webAddressOf(native['url']);
  return url
    ? { type: 'iframe', url, origin: new URL(url).origin, ...known({ height: positiveOf(native['height']) }) }
    : null;
}

function otp(native: Native): NextAction {
  const listed = Array.isArray(native['fields']) ? native['fields'].filter(isObject) : [];
  const field = listed.find((field) => field['name'] === 'otp') ?? listed[0];
  return {
    type: 'otp',
    ...known({
      length: intOf(field?.['length']),
      alphabet: textOf(field?.['alphabet']),
      channel: textOf(native['channel']),
      sent_to: textOf(native['sent_to']),
      resend_at: timeOf(native['resend_at']),
      expires_at: timeOf(native['expires_at']),
      attempts_left: intOf(native['attempts_left']),
      dial_code: textOf(native['dial_code']),
    }),
  };
}

function approval(native: Native): NextAction {
  return {
    type: 'approval',
    ...known({
      app_name: textOf(native['app_name']),
      // Older versions of the system call it `code`.
      dial_code: textOf(native['dial_code']) ?? textOf(native['code']),
      resend_at: timeOf(native['resend_at']),
      expires_at: timeOf(native['expires_at']),
    }),
  };
}

function qr(native: Native): NextAction | null {
  const content = textOf(native['content']);
  const image_url = webAddressOf(native['image_url']);
  if (content === undefined && image_url === undefined) return null;
  return {
    type: 'qr',
    ...known({
      content,
      image_url,
      expires_at: timeOf(native['expires_at']),
      app_url: appAddressOf(native['app_url']),
      copy_code: textOf(native['copy_code']),
    }),
  };
}

/** No field is documented: the text ones are shown as they are named. */
function instructions(native: Native): NextAction | null {
  const { type: _type, lines: given, expires_at, document_url, ...rest } = native;
  const lines = Array.isArray(given)
    ? given.filter(isObject).flatMap((line) => {
        const label = textOf(line['label']);
        const value = textOf(line['value']);
        return label && value ? [{ label, value, copyable: line['copyable'] === true }] : [];
      })
    : Object.entries(fieldsOf(rest)).map(([label, value]) => ({ label, value, copyable: true }));
  if (lines.length === 0) return null;
  return {
    type: 'instructions',
    lines,
    ...known({ expires_at: timeOf(expires_at), document_url: webAddressOf(document_url) }),
  };
}

function sdk(native: Native): NextAction | null {
  const name = textOf(native['provider']);
  const params = isObject(native['parameters']) ? native['parameters'] : {};
  if (!name) return null;
  return name === 'three_ds' ? threeDS(params) : { type: 'sdk', name, params };
}

/** Without a `step`: a challenge. */
function threeDS(parameters: Native): NextAction | null {
  const url = webAddressOf(parameters['url']);
  if (!url) return null;
  const step = textOf(parameters['step'])?.toLowerCase() ?? 'challenge';
  const page = { url, params: fieldsOf(parameters['params']), ...reportedBy(parameters) };
  if (step === 'method')
    return {
      type: 'three_ds_method',
      ...page,
      server_trans_id: textOf(parameters['server_trans_id']) ?? '',
      timeout_ms: positiveOf(parameters['timeout_ms']) ?? METHOD_TIMEOUT,
    };
  if (step !== 'challenge') return null;
  const { window_size, expires_at } = parameters;
  return {
    type: 'three_ds_challenge',
    ...page,
    ...known({ window_size: textOf(window_size), expires_at: timeOf(expires_at) }),
  };
}

/** Which page reports the end, and with which nonce, is known to the backend: it fills both in. */
function reportedBy({ notification_origin, nonce }: Native) {
  return { notification_origin: textOf(notification_origin) ?? '', nonce: textOf(nonce) ?? '' };
}

function positiveOf(value: unknown): number | undefined {
  const int = intOf(value);
  return int !== undefined && int > 0 ? int : undefined;
}
