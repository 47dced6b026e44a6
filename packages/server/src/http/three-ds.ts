import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { respondWithReturn } from './return-page.js';
import { isNonce } from './three-ds-report.js';

/**
 * `/three-ds/{nonce}`: the issuer's page posts the end of the 3-D Secure method, or of a challenge, here, inside the frame,
 * or a provider that was told of it sends the browser here. What is posted is not read: the page only wakes the checkout
 * around it, which then asks the backend, which asks the provider.
 */
export function notifyThreeDSEnd(context: ServerContext, request: Request, nonce: string): Response {
  if (!isNonce(nonce)) throw new ProblemError('not_found');
  return respondWithReturn(context, request, { next: null, nonce });
}
