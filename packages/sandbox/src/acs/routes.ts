import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { formatMoney } from '../money.js';
import { readForm } from '../pages/form.js';
import { renderFacts, renderHidden, renderPage } from '../pages/page.js';
import { localeOf, words } from '../pages/words.js';
import type { Challenge, Challenges } from './challenges.js';
import { renderError } from './error.js';
import { readCreq } from './messages.js';
import { methodRoutes } from './method-routes.js';
import { renderReport } from './report.js';
import { readPosted, type Posted } from './wordings.js';

/** The issuer's access control server: its method, its challenge page and what follows from it (EMV 3DS 2.2, 5.8.1 and 5.10). */
export function createAcs(challenges: Challenges, merchant: string): Hono {
  const acs = new Hono();

  acs.route('/method', methodRoutes(challenges));

  acs.post('/challenge', async (c) => {
    const posted = readPosted(await readForm(c));
    const challenge = find(posted);
    if (!challenge || !posted.isWhole(challenge)) return renderError(c);
    return challenge.isOpen() ? renderChallenge(c, challenge, posted) : renderReturn(c, challenge, posted);
  });

  acs.post('/challenge/answer', async (c) => {
    const form = await readForm(c);
    const posted = readPosted(form);
    const challenge = find(posted);
    const { decision } = form;
    if (!challenge || (decision !== 'confirm' && decision !== 'refuse')) return renderError(c);
    await settle(challenge, decision === 'confirm');
    return renderReturn(c, challenge, posted);
  });

  acs.all('*', (c) => renderError(c));
  return acs;

  function find({ creq }: Posted): Challenge | undefined {
    const ids = readCreq(creq);
    return ids && challenges.find(ids.acsTransId, ids.serverTransId);
  }

  async function settle(challenge: Challenge, confirmed: boolean): Promise<void> {
    const { behaves } = challenge;
    // A report that nobody may believe: were it true as well, a test could not tell.
    if (behaves === 'wrong_origin' || behaves === 'wrong_nonce' || behaves === 'never_answers') return;
    if (behaves === 'answers_late') await challenge.late?.();
    if (!challenge.isOpen()) return;
    const isConfirmed = confirmed && behaves !== 'refuses';
    challenge.result = isConfirmed ? 'Y' : 'N';
    challenge.settle(isConfirmed);
  }

  function renderChallenge(c: Context, challenge: Challenge, { fields }: Posted): Promise<Response> {
    const locale = localeOf(c);
    const word = words[locale];
    const facts = renderFacts([
      [word.merchant, merchant],
      [word.amount, formatMoney(challenge.amount, locale)],
      [word.card, challenge.label],
    ]);
    if (challenge.behaves === 'never_answers')
      return renderPage({ locale, title: word.waiting, framed: true, body: facts });
    return renderPage({
      locale,
      title: word.challengeTitle,
      framed: true,
      body: markup`<p>${word.challengeText}</p>
${facts}
<form method="post" action="/acs/challenge/answer">
${renderHidden(fields)}
<button class="primary" name="decision" value="confirm">${word.confirm}</button>
<button name="decision" value="refuse">${word.refuse}</button>
</form>`,
    });
  }

  function renderReturn(c: Context, challenge: Challenge, posted: Posted): Promise<Response> {
    const { notificationUrl, behaves } = challenge;
    return renderReport({ locale: localeOf(c), notificationUrl, behaves, fields: posted.answer(challenge) });
  }
}
