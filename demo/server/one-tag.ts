import type { Context } from 'hono';
import { html } from 'hono/html';
import { contentSecurityPolicy } from './content-security-policy.js';

interface OneTag {
  intent: string;
  clientSecret: string;
  issuer: string;
}

/** A merchant's page as the README shows it: one script and one tag, drawn by the server, under the strict policy. */
export function oneTagPage(c: Context, { intent, clientSecret, issuer }: OneTag): Response | Promise<Response> {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  c.header('Content-Security-Policy', contentSecurityPolicy({ nonce, issuer }));
  c.header('Cache-Control', 'no-store');
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>One tag</title>
        <link rel="icon" href="data:," />
        <script type="module" src="/florin/florin.js" nonce="${nonce}"></script>
      </head>
      <body>
        <h1>Pay</h1>
        <florin-checkout endpoint="/api/checkout" intent="${intent}" client-secret="${clientSecret}"></florin-checkout>
      </body>
    </html>`);
}
