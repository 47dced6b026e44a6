import { html as markup } from 'hono/html';
import { renderHidden, renderPage } from '../../pages/page.js';
import { words, type PageLocale } from '../../pages/words.js';
import type { Found } from '../payments/payments.js';

/** Leads the customer back to the shop. What it says there proves nothing. */
export function renderReturn(
  { intent, action }: Found<'page'>,
  result: 'confirm' | 'refuse' | 'leave',
  locale: PageLocale,
): Promise<Response> {
  const word = words[locale];
  const fields = { payment: intent.id, result };
  if (action.by === 'frame')
    return renderPage({
      locale,
      title: word.done,
      framed: true,
      body: markup``,
      script: `parent.postMessage({ type: 'sandbank:done' }, '*')`,
    });
  if (intent.returnUrl === null) return renderPage({ locale, title: word.done, body: markup`` });
  if (action.by === 'form')
    return renderPage({
      locale,
      title: word.returning,
      formAction: new URL(intent.returnUrl).origin,
      body: markup`<form method="post" action="${intent.returnUrl}">
${renderHidden(fields)}
<button class="primary">${word.continue}</button>
</form>`,
      script: 'document.forms[0].submit()',
    });
  const url = new URL(intent.returnUrl);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return renderPage({
    locale,
    title: word.returning,
    body: markup`<a href="${url.href}">${word.continue}</a>`,
    // By script: a redirect after a form would fall under this page's own form-action.
    script: 'location.replace(document.links[0].href)',
  });
}
