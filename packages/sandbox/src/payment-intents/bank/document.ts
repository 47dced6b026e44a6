import { html as markup } from 'hono/html';
import { renderFacts, renderPage } from '../../pages/page.js';
import { words, type PageLocale } from '../../pages/words.js';
import type { Found } from '../payments/payments.js';

/** A voucher to print. */
export function renderDocument(
  { action }: Found<'instructions'>,
  merchant: string,
  locale: PageLocale,
): Promise<Response> {
  const word = words[locale];
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return renderPage({
    locale,
    title: word.voucherTitle,
    body: markup`${renderFacts([
      [word.merchant, merchant],
      ...action.lines.map(({ label, value }): [string, string] => [label, value]),
      [word.payBy, `${until.format(action.expiresAt)} UTC`],
    ])}
<button class="primary" type="button">${word.print}</button>`,
    script: `document.querySelector('button').addEventListener('click', () => print())`,
  });
}
