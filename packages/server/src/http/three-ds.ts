import { ProblemError } from '../problem.js';
import { randomToken } from '../secrets.js';
import type { ServerContext } from '../server-context.js';

/**
 * `/three-ds/{nonce}`: the issuer's page posts the end of a challenge here, inside the frame, or a provider that was told
 * of it sends the browser here. `cres` is not read: the page only wakes the checkout around it, which then asks the
 * backend, which asks the provider.
 * No `frame-ancestors`: a shop may itself be framed, and there is nothing here to click or to read.
 */
export function notifyChallengeEnd({ publicUrl, origins }: ServerContext, nonce: string): Response {
  if (!/^[\w-]{16,128}$/.test(nonce)) throw new ProblemError('not_found');
  const scriptNonce = randomToken(16);
  const targets = [...new Set([new URL(publicUrl).origin, ...origins])];
  return new Response(page(scriptNonce, { type: 'florin:three-ds', nonce }, targets), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${scriptNonce}'; base-uri 'none'; form-action 'none'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function page(scriptNonce: string, message: object, targets: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Back to the shop</title></head>
<body>
<p>You can go back to the shop.</p>
<script nonce="${scriptNonce}">
if (parent !== window) for (const origin of ${inScript(targets)}) parent.postMessage(${inScript(message)}, origin);
</script>
</body>
</html>
`;
}

/** JSON that cannot end the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
