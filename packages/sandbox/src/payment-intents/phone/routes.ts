import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { formatMoney } from '../../money.js';
import { isLive, latestAttempt } from '../payments/model.js';
import type { Payments } from '../payments/payments.js';
import { readForm } from '../../pages/form.js';
import { renderFacts, renderPage } from '../../pages/page.js';
import { pageLocale, words } from '../../pages/words.js';

/** The "phone" that scanned a QR: its wallet asks whether to pay. */
export function createPhone(payments: Payments, merchant: string): Hono {
  const phone = new Hono();

  // Stands in for a camera: whoever tries the demo may have no phone that reaches this machine.
  phone.get('/', (c) => {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    const waiting = payments.all().flatMap((intent) => {
      const attempt = latestAttempt(intent);
      return attempt && isLive(attempt) && attempt.action?.type === 'qr'
        ? [{ intent, token: attempt.action.token }]
        : [];
    });
    return renderPage({
      locale,
      title: word.phoneList,
      body:
        waiting.length === 0
          ? markup`<p>${word.phoneNone}</p>`
          : markup`<ul>${waiting.map(
              ({ intent, token }) =>
                markup`<li><a href="/phone/${token}"><bdi>${merchant}</bdi> · <bdi>${formatMoney(intent.amount, locale)}</bdi></a></li>`,
            )}</ul>`,
    });
  });

  phone.get('/:token', (c) => {
    const scanned = find(c);
    if (!scanned || !isLive(scanned.attempt)) return renderOver(c, scanned ? 410 : 404);
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.phoneTitle,
      body: markup`<p>${word.phoneText}</p>
${renderFacts([
  [word.merchant, merchant],
  [word.amount, formatMoney(scanned.intent.amount, locale)],
])}
<form method="post">
<button class="primary" name="decision" value="approve">${word.approve}</button>
<button name="decision" value="refuse">${word.refuse}</button>
</form>`,
    });
  });

  phone.post('/:token', async (c) => {
    const scanned = find(c);
    const { decision } = await readForm(c);
    if (!scanned || !isLive(scanned.attempt)) return renderOver(c, scanned ? 410 : 404);
    if (decision !== 'approve' && decision !== 'refuse') return renderOver(c, 400);
    const approved = decision === 'approve';
    if (approved) payments.complete(scanned.intent, scanned.attempt);
    else payments.fail(scanned.intent, scanned.attempt, 'CUSTOMER_CANCELLED');
    const locale = pageLocale(c.req.header('Accept-Language'));
    return renderPage({ locale, title: approved ? words[locale].approved : words[locale].refused, body: markup`` });
  });

  return phone;

  function find(c: Context) {
    const token = c.req.param('token');
    return payments.findByAction((action) => action.type === 'qr' && action.token === token);
  }

  function renderOver(c: Context, status: number): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({ locale, title: word.expiredTitle, status, body: markup`<p>${word.expiredText}</p>` });
  }
}
