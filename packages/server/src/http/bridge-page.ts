import { ProblemError } from '../problem.js';
import type { ServerContext } from '../server-context.js';
import { bridgeScript } from './bridge-script.js';
import { respondWithPage } from './page.js';
import { isNonce, reportOf } from './three-ds-report.js';

const style = `
html, body { margin: 0; block-size: 100%; }
iframe { display: block; border: 0; inline-size: 100%; block-size: 100%; }
`;

/**
 * `/three-ds/{nonce}/bridge`: holds the issuer's frame for a page whose own policy cannot name every issuer. Only the
 * shop's pages may hold it, and nothing but frames and posts to the web is allowed in it.
 */
export function showBridge(context: ServerContext, nonce: string): Response {
  if (!context.challengeBridge || !isNonce(nonce)) throw new ProblemError('not_found');
  const { targets } = reportOf(context, nonce);
  return respondWithPage({
    language: 'en',
    title: '3-D Secure',
    style,
    script: bridgeScript,
    settings: { nonce, targets },
    // A post without it says that it comes from nowhere, which an issuer may not take.
    saysOrigin: true,
    policy: `frame-src https: http:; form-action https: http:; frame-ancestors ${targets.join(' ')}`,
  });
}
