import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { renderPage } from '../pages/page.js';
import { localeOf, words } from '../pages/words.js';

/** Says what is wrong in the frame that the customer looks at. */
export function renderError(c: Context): Promise<Response> {
  const locale = localeOf(c);
  const word = words[locale];
  return renderPage({
    locale,
    title: word.errorTitle,
    framed: true,
    status: 400,
    body: markup`<p>${word.errorText}</p>`,
  });
}
