import { Hono } from 'hono';
import { html as markup } from 'hono/html';
import { readForm } from '../pages/form.js';
import { renderPage } from '../pages/page.js';
import { localeOf, words } from '../pages/words.js';
import type { Challenges } from './challenges.js';
import { renderError } from './error.js';
import { methodReportOf, readMethodData } from './messages.js';
import { renderReport } from './report.js';

/** The issuer's 3-D Secure method, which a hidden frame posts to (EMV 3DS 2.2, 5.8.1). It looks at no browser here. */
export function methodRoutes(challenges: Challenges): Hono {
  const routes = new Hono();

  routes.post('/', async (c) => {
    const { threeDSMethodData } = await readForm(c);
    const data = readMethodData(threeDSMethodData);
    const call = data && challenges.findMethod(data.serverTransId, data.notificationUrl);
    if (!call) return renderError(c);
    const { notificationUrl, behaves } = call;
    const locale = localeOf(c);
    if (behaves === 'never_answers')
      return renderPage({ locale, title: words[locale].waiting, framed: true, body: markup`` });
    if (behaves === 'answers_late') await call.late();
    return renderReport({ locale, notificationUrl, behaves, fields: { threeDSMethodData: methodReportOf(call) } });
  });

  return routes;
}
