import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { formatMoney, moneyOf } from '../money.js';
import { readForm } from '../pages/form.js';
import { renderFacts, renderPage } from '../pages/page.js';
import { pageLocale, words } from '../pages/words.js';
import { isOpen, type AlmaPayment, type Payments } from './payments.js';

/** Alma's page, where the customer agrees to the plan: `url` of a payment. */
export function createPage(payments: Payments, merchant: string): Hono {
  const page = new Hono();

  page.get('/:id', (c) => {
    const payment = payments.find(c.req.param('id'));
    if (!payment || !isOpen(payment)) return renderOver(c, payment ? 410 : 404);
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.phoneTitle,
      ...(payment.returnUrl && { formAction: new URL(payment.returnUrl).origin }),
      body: markup`${renderFacts([
        [word.merchant, merchant],
        [word.amount, formatMoney(moneyOf(payment.amount, 'EUR'), locale)],
        ...payment.plan.map(({ due_date, total_amount }): [string, string] => [
          new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(due_date * 1000),
          formatMoney(moneyOf(total_amount, 'EUR'), locale),
        ]),
      ])}
<form method="post">
<button class="primary" name="decision" value="approve">${word.approve}</button>
<button name="decision" value="refuse">${word.refuse}</button>
</form>`,
    });
  });

  page.post('/:id', async (c) => {
    const payment = payments.find(c.req.param('id'));
    const { decision } = await readForm(c);
    if (!payment || !isOpen(payment)) return renderOver(c, payment ? 410 : 404);
    if (decision !== 'approve' && decision !== 'refuse') return renderOver(c, 400);
    payments.move(payment, decision === 'approve' ? 'in_progress' : 'scored_no');
    return payment.returnUrl === null ? renderOver(c, 200) : c.redirect(withId(payment.returnUrl, payment), 303);
  });

  return page;

  function renderOver(c: Context, status: number): Promise<Response> {
    const word = words[pageLocale(c.req.header('Accept-Language'))];
    const locale = pageLocale(c.req.header('Accept-Language'));
    return renderPage({ locale, title: word.expiredTitle, status, body: markup`<p>${word.expiredText}</p>` });
  }
}

/** Alma names its payment wherever it calls or leads back. */
export function withId(address: string, { id }: AlmaPayment): string {
  const url = new URL(address);
  url.searchParams.set('pid', id);
  return url.href;
}
