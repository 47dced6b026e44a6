/** What the notification page says to the page that holds the challenge. */
export const CHALLENGE_MESSAGE = 'florin:three-ds';

/** What a message must prove before it is heard. */
export interface Expected {
  /** The window of the challenge's own frame. */
  source: unknown;
  /** The origin of the notification page. */
  origin: string;
  /** The nonce of this very challenge. */
  nonce: string;
}

/**
 * Whether a message says that this challenge has ended. Anything else is ignored without a word: any frame of any page
 * may post anything. Even a true one is only a hint: the result is read from the backend.
 */
export function isChallengeEnd(
  message: { source: unknown; origin: string; data: unknown },
  expected: Expected,
): boolean {
  if (expected.source === null || message.source !== expected.source || message.origin !== expected.origin)
    return false;
  const { data } = message;
  if (typeof data !== 'object' || data === null) return false;
  const { type, nonce } = data as Record<string, unknown>;
  return type === CHALLENGE_MESSAGE && typeof nonce === 'string' && nonce !== '' && nonce === expected.nonce;
}
