import { Hono } from 'hono';
import { html } from 'hono/html';

/**
 * What stands in for a bank in the gallery, under its own origin: a page without a script, and an address that answers
 * nothing, so that whoever goes there stays where they are.
 */
export function galleryBank(): Hono {
  const app = new Hono();
  app.all('/gallery/bank/page', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>The bank</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <h1>The bank’s page</h1>
            <p>It looks as the bank wants it to.</p>
          </body>
        </html>`,
      200,
      {
        'Content-Security-Policy': "default-src 'none'; img-src data:; frame-ancestors 'self'",
        'Cache-Control': 'no-store',
      },
    ),
  );
  app.all('/gallery/bank/silent', (c) => c.body(null, 204));
  return app;
}
