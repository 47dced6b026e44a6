import { Hono } from 'hono';
import type { Context } from 'hono';
import { html as markup } from 'hono/html';
import { formatMoney } from '../money.js';
import { readForm } from '../pages/form.js';
import { renderFacts, renderPage } from '../pages/page.js';
import { pageLocale, words } from '../pages/words.js';
import type { Challenge, Challenges } from './challenges.js';
import { creqOf, cresOf, readCreq } from './messages.js';

/** The issuer's access control server: its challenge page and what follows from it (EMV 3DS 2.2, 5.10). */
export function createAcs(challenges: Challenges, merchant: string): Hono {
  const acs = new Hono();

  acs.post('/challenge', async (c) => {
    const form = await readForm(c);
    const creq = readCreq(form['creq'] ?? form['PaReq']);
    const challenge = creq && challenges.find(creq.acsTransId, creq.serverTransId);
    if (!challenge) return renderError(c);
    const echo = echoOf(form);
    if (!challenge.isOpen()) return renderReturn(c, challenge, echo);
    return renderChallenge(c, challenge, echo);
  });

  acs.post('/challenge/answer', async (c) => {
    const form = await readForm(c);
    const creq = readCreq(form['creq']);
    const challenge = creq && challenges.find(creq.acsTransId, creq.serverTransId);
    const decision = form['decision'];
    if (!challenge || (decision !== 'confirm' && decision !== 'refuse')) return renderError(c);
    settle(challenge, decision === 'confirm');
    return renderReturn(c, challenge, echoOf(form));
  });

  acs.all('*', (c) => renderError(c));
  return acs;

  function settle(challenge: Challenge, confirmed: boolean): void {
    if (!challenge.isOpen()) return;
    challenge.result = confirmed ? 'Y' : 'N';
    challenge.settle(confirmed);
  }

  function renderChallenge(c: Context, challenge: Challenge, echo: Echo): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.challengeTitle,
      framed: true,
      body: markup`<p>${word.challengeText}</p>
${renderFacts([
  [word.merchant, merchant],
  [word.amount, formatMoney(challenge.amount, locale)],
  [word.card, challenge.label],
])}
<form method="post" action="/acs/challenge/answer">
<input type="hidden" name="creq" value="${creqOf(challenge)}">
${renderFields(echo)}
<button class="primary" name="decision" value="confirm">${word.confirm}</button>
<button name="decision" value="refuse">${word.refuse}</button>
</form>`,
    });
  }

  function renderReturn(c: Context, challenge: Challenge, echo: Echo): Promise<Response> {
    const locale = pageLocale(c.req.header('Accept-Language'));
    const word = words[locale];
    return renderPage({
      locale,
      title: word.returning,
      framed: true,
      formAction: new URL(challenge.notificationUrl).origin,
      body: markup`<form method="post" action="${challenge.notificationUrl}">
<input type="hidden" name="${'MD' in echo ? 'PaRes' : 'cres'}" value="${cresOf(challenge)}">
${renderFields(echo)}
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

/** What goes back as it came: the session of 3-D Secure 2, or the merchant's data of the first version. */
type Echo = { threeDSSessionData?: string; MD?: string };

/** The first version is told by its names alone; its messages are those of the second here. */
function echoOf({ threeDSSessionData, MD }: Record<string, string>): Echo {
  return { ...(threeDSSessionData && { threeDSSessionData }), ...(MD !== undefined && { MD }) };
}

function renderFields(fields: Echo) {
  return Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`);
}
