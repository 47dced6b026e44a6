/** What the notification page says to the page that holds the issuer's frame, itself or through the bridge. */
export const NOTIFICATION = 'florin:three-ds';
/** What the bridge says once it can be told what to post. */
export const BRIDGE_READY = 'florin:bridge-ready';

/** What a message must prove before it is heard. */
export interface Expected {
  /** The window of the action's own frame. */
  source: unknown;
  /** The origin of the notification page, which is the bridge's too. */
  origin: string;
  /** The nonce of this very action. */
  nonce: string;
}

/**
 * Whether a message is of this type, from this frame and about this action. Anything else is ignored without a word: any
 * frame of any page may post anything. Even a true one is only a hint: the result is read from the backend.
 */
export function isMessage(
  message: { source: unknown; origin: string; data: unknown },
  type: string,
  expected: Expected,
): boolean {
  if (expected.source === null || message.source !== expected.source || message.origin !== expected.origin)
    return false;
  try {
    const { data } = message;
    if (typeof data !== 'object' || data === null) return false;
    return ownValue(data, 'type') === type && expected.nonce !== '' && ownValue(data, 'nonce') === expected.nonce;
  } catch {
    // Something that only a script of this very page can hand over.
    return false;
  }
}

/** What was posted has values of its own: what is inherited or computed was made in this page. */
function ownValue(data: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(data, name)?.value;
}
