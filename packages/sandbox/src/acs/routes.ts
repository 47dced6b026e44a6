import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { labelOf } from '../api/native.js';
import { formatMoney } from '../payments/money.js';
import { isLive } from '../payments/model.js';
import type { Attempt, ChallengeAction, Intent } from '../payments/model.js';
import type { Payments } from '../payments/payments.js';
import { readForm } from '../pages/form.js';
import { renderFacts, renderPage } from '../pages/page.js';
import { pageLocale, words } from '../pages/words.js';
import { creqOf, cresOf, readCreq } from './messages.js';

interface Challenge {
  intent: Intent;
  attempt: Attempt;
  action: ChallengeAction;
}

/** The issuer's access control server: its challenge page and what follows from it (EMV 3DS 2.2, 5.10). */
export function createAcs(payments: Payments, merchant: string): Hono {
  const acs = new Hono();

  acs.post('/challenge', async (c) => {
    const form = await readForm(c);
    const creq = readCreq(form['creq']);
    const challenge = creq && find(creq.acsTransId, creq.serverTransId);
    if (!challenge) return renderError(c);
    const session = form['threeDSSessionData'] ?? '';
    if (!isLive(challenge.attempt)) return renderReturn(c, challenge, session);
    return renderChallenge(c, challenge, session);
  });

  acs.post('/challenge/answer', async (c) => {
    const form = await readForm(c);
    const creq = readCreq(form['creq']);
    const challenge = creq && find(creq.acsTransId, creq.serverTransId);
    const decision = form['decision'];
    if (!challenge || (decision !== 'confirm' && decision !== 'refuse')) return renderError(c);
    settle(challenge, decision === 'confirm');
    return renderReturn(c, challenge, form['threeDSSessionData'] ?? '');
  });

  acs.all('*', (c) => renderError(c));
  return acs;

  function find(acsTransId: string, serverTransId: string): Challenge | undefined {
    const found = payments.findByAction(
      (action) =>
        action.type === 'challenge' && action.acsTransId === acsTransId && action.serverTransId === serverTransId,
    );
    return found as Challenge | undefined;
  }

  /** The provider knows the result before the browser carries it: the browser's word proves nothing. */
  function settle({ intent, attempt, action }: Challenge, confirmed: boolean): void {
    if (!isLive(attempt)) return;
    action.result = confirmed ? 'Y' : 'N';
    if (confirmed) payments.complete(intent, attempt);
    else payments.fail(intent, attempt, 'AUTHENTICATION_FAILED');
  }

  function renderChallenge(c: Context, { intent, attempt, action }: Challenge, session: string): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.challengeTitle,
      framed: true,
      body: markup`<p>${word.challengeText}</p>
${renderFacts([
  [word.merchant, merchant],
  [word.amount, formatMoney(intent.amount, locale)],
  [word.card, labelOf(attempt)],
])}
<form method="post" action="/acs/challenge/answer">
<input type="hidden" name="creq" value="${creqOf(action)}">
<input type="hidden" name="threeDSSessionData" value="${session}">
<button class="primary" name="decision" value="confirm">${word.confirm}</button>
<button name="decision" value="refuse">${word.refuse}</button>
</form>`,
    });
  }

  function renderReturn(c: Context, { action }: Challenge, session: string): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.returning,
      framed: true,
      formAction: new URL(action.notificationUrl).origin,
      body: markup`<form method="post" action="${action.notificationUrl}">
<input type="hidden" name="cres" value="${cresOf(action)}">
${session ? markup`<input type="hidden" name="threeDSSessionData" value="${session}">` : ''}
<button class="primary">${word.continue}</button>
</form>`,
      script: 'document.forms[0].submit()',
    });
  }

  function renderError(c: Context): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.errorTitle,
      framed: true,
      status: 400,
      body: markup`<p>${word.errorText}</p>`,
    });
  }
}
