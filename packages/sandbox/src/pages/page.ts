import { html as markup, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageStyles } from './page.styles.js';
import { words } from './words.js';
import type { PageLocale } from './words.js';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  locale: PageLocale;
  title: string;
  body: Markup;
  /** Trusted script of this package, run under the page's nonce. */
  script?: string;
  /** Origins a form may be sent to beside this one. */
  formAction?: string;
  /** Origin that a script may call. */
  connect?: string;
  /** Only the issuer's pages and the bank's may stand in a merchant's frame. */
  framed?: boolean;
  status?: number;
}

export async function renderPage(page: Page): Promise<Response> {
  const { locale, title, body, script, formAction = '', connect, framed = false, status = 200 } = page;
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    ...(script ? [`script-src 'nonce-${nonce}'`] : []),
    ...(connect ? [`connect-src ${connect}`] : []),
    `form-action 'self' ${formAction}`.trim(),
    `base-uri 'none'`,
    `frame-ancestors ${framed ? '*' : `'none'`}`,
  ].join('; ');
  const document = await markup`<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style nonce="${nonce}">${raw(pageStyles)}</style>
</head>
<body>
<main>
<p class="bank"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9.5 12 4l9 5.5M5 10v8m4.7-8v8m4.6-8v8M19 10v8M3 20h18"/></svg>Sandbank</p>
<h1>${title}</h1>
${body}
<p class="note">${words[locale].simulated}</p>
</main>
${script ? markup`<script nonce="${nonce}">${raw(script)}</script>` : ''}
</body>
</html>`;
  return new Response(String(document), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Language',
    },
  });
}

/** A name and a value each. Digits keep their order in right-to-left text, groups of nothing but digits too. */
export function renderFacts(facts: readonly (readonly [name: string, value: string])[]): Markup {
  return markup`<dl>${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd><bdi dir="${/^[\d ]+$/.test(value) ? 'ltr' : 'auto'}">${value}</bdi></dd></div>`)}</dl>`;
}

export function renderHidden(fields: Record<string, string>): Markup {
  return markup`${Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}`;
}
