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
import { renderList } from './list.js';

const answerable = ['qr', 'approval', 'instructions'] as const;

/** The customer's phone: its wallet, its bank's app, its operator's menu. */
export function createPhone(world: World): Hono {
  const { payments, merchant } = world;
  const phone = new Hono();

  phone.get('/', (c) => renderList(world, localeOf(c), c.req.query('payment')));

  phone.get('/:token', (c) => {
    const found = find(c);
    if (!found || !isAsked(found.attempt)) return renderOver(c, found ? 410 : 404);
    const { intent, action } = found;
    const locale = localeOf(c, intent.locale);
    const word = words[locale];
    const isOwed = action.type === 'instructions';
    const text = { qr: word.phoneText, approval: word.phoneAsked, instructions: word.phoneOwed }[action.type];
    return renderPage({
      locale,
      title: isOwed ? word.kindInstructions : word.phoneTitle,
      body: markup`<p>${text}</p>
${renderFacts([
  [word.merchant, merchant],
  [word.amount, formatMoney(intent.amount, locale)],
])}
<form method="post">
<button class="primary" name="decision" value="approve">${isOwed ? word.pay : word.approve}</button>
${isOwed ? '' : markup`<button name="decision" value="refuse">${word.refuse}</button>`}
</form>`,
    });
  });

  phone.post('/:token', async (c) => {
    const found = find(c);
    const { decision } = await readForm(c);
    if (!found || !isAsked(found.attempt)) return renderOver(c, found ? 410 : 404);
    if (decision !== 'approve' && decision !== 'refuse') return renderOver(c, 400);
    const isYes = decision === 'approve';
    const came = await decided(world, found.intent, found.attempt, isYes);
    if (came === 'late') return renderOver(c, 410);
    const locale = localeOf(c, found.intent.locale);
    const word = words[locale];
    const title = came === 'never' ? word.answered : isYes ? word.approved : word.refused;
    return renderPage({ locale, title, body: markup`` });
  });

  return phone;

  function find(c: Context): Found<(typeof answerable)[number]> | undefined {
    return payments.findByToken(c.req.param('token') ?? '', answerable);
  }

  function renderOver(c: Context, status: number): Promise<Response> {
    const locale = localeOf(c);
    return renderPage({
      locale,
      title: words[locale].expiredTitle,
      status,
      body: markup`<p>${words[locale].expiredText}</p>`,
    });
  }
}
