import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { formatMoney } from '../../money.js';
import { readForm } from '../../pages/form.js';
import { renderFacts, renderPage } from '../../pages/page.js';
import { localeOf, words } from '../../pages/words.js';
import { decided } from '../payments/course.js';
import { isAsked } from '../payments/model.js';
import type { Found } from '../payments/payments.js';
import type { World } from '../payments/world.js';
import { renderDocument } from './document.js';
import { renderReturn } from './return.js';

/** The bank's own page, which a customer is sent to, or which stands in a frame of the shop's page. */
export function createBank(world: World): Hono {
  const { payments, merchant } = world;
  const bank = new Hono();

  bank.get('/document/:token', (c) => {
    const found = payments.findByToken(c.req.param('token'), ['instructions']);
    if (!found?.action.isPrinted) return renderUnknown(c);
    return renderDocument(found, merchant, localeOf(c, found.intent.locale));
  });

  bank.post('/', async (c) => renderQuestion(c, (await readForm(c))['token']));
  bank.get('/:token', (c) => renderQuestion(c, c.req.param('token')));

  bank.post('/:token', async (c) => {
    const found = find(c.req.param('token'));
    const { decision } = await readForm(c);
    if (!found || (decision !== 'confirm' && decision !== 'refuse' && decision !== 'leave')) return renderUnknown(c);
    const locale = localeOf(c, found.intent.locale);
    const framed = found.action.by === 'frame';
    if (decision !== 'leave' && isAsked(found.attempt)) {
      const came = await decided(world, found.intent, found.attempt, decision === 'confirm');
      if (came === 'never') return renderPage({ locale, title: words[locale].waiting, framed, body: markup`` });
      if (found.action.behaves === 'never_returns')
        return renderPage({ locale, title: words[locale].done, framed, body: markup`` });
    }
    return renderReturn(found, decision, locale);
  });

  return bank;

  function find(token: string | undefined): Found<'page'> | undefined {
    return payments.findByToken(token ?? '', ['page']);
  }

  function renderQuestion(c: Context, token: string | undefined): Promise<Response> {
    const found = find(token);
    if (!found) return renderUnknown(c);
    const { intent, attempt, action } = found;
    const locale = localeOf(c, intent.locale);
    const word = words[locale];
    // Whoever comes back to it is led on: there is nothing left to decide.
    if (!isAsked(attempt) || attempt.action !== action) return renderReturn(found, 'leave', locale);
    return renderPage({
      locale,
      title: word.bankTitle,
      framed: action.by === 'frame',
      body: markup`<p>${word.bankText}</p>
${renderFacts([
  [word.merchant, merchant],
  [word.amount, formatMoney(intent.amount, locale)],
])}
<form method="post" action="/bank/${action.token}">
<button class="primary" name="decision" value="confirm">${word.confirm}</button>
<button name="decision" value="refuse">${word.refuse}</button>
<button name="decision" value="leave">${word.leave}</button>
</form>`,
    });
  }

  function renderUnknown(c: Context): Promise<Response> {
    const locale = localeOf(c);
    const { errorTitle, errorText } = words[locale];
    return renderPage({ locale, title: errorTitle, status: 404, framed: true, body: markup`<p>${errorText}</p>` });
  }
}
