import type { NextAction } from '@florin/contract';
import { fieldsOf, isObject, webAddressOf } from './json.js';

/** What an issuer's access control server is asked with: EMV 3DS 2, 3-D Secure 1, and acquirers' spellings of them. */
const challengeFields = ['creq', 'pareq', 'md', 'termurl', 'threedssessiondata'];

/**
 * A page that the customer is sent to with `params`: an issuer's challenge, shown in a frame, or any other page. `null`: no
 * address that a browser may be sent to.
 */
export function pageAction(
  { url: address, method, params }: { url: unknown; method?: unknown; params?: unknown },
  isChallenge?: boolean,
): NextAction | null {
  const url = webAddressOf(address);
  if (!url) return null;
  const fields = fieldsOf(params);
  const asksIssuer = isChallenge ?? Object.keys(fields).some((name) => challengeFields.includes(name.toLowerCase()));
  // Which page reports the end of a challenge, and with which nonce, is known to the backend: it fills both in.
  if (asksIssuer) return { type: 'three_ds_challenge', url, params: fields, notification_origin: '', nonce: '' };
  const verb = typeof method === 'string' ? { method: method.toUpperCase() } : {};
  return { type: 'redirect', url, ...verb, ...(isObject(params) && { params: fields }), presentation: 'page' };
}
