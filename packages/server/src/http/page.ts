import { randomToken } from '../secrets.js';

/** A page of this server's own. Whoever sees it is not at the shop: it is small, and loads nothing. */
export interface Page {
  language: string;
  title: string;
  /** Markup. */
  body?: string;
  /** Rules of style. */
  style?: string;
  /** A function's source, called with `settings` once the body stands. */
  script: string;
  settings: object;
  /** What the page's policy has beside its own script and style. */
  policy?: string;
  /** Whether those that it leads to get to know its origin. */
  saysOrigin?: boolean;
}

export function respondWithPage(page: Page): Response {
  const nonce = randomToken(16);
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'`;
  return new Response(htmlOf(page, nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${policy}; ${page.policy ?? "form-action 'none'"}`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': page.saysOrigin ? 'origin' : 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function htmlOf({ language, title, body = '', style = '', script, settings }: Page, nonce: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}">
(${script})(${inScript(settings)});
</script>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** JSON that cannot end the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

/** What the browser's owner likes best of `known` (RFC 9110, 12.5.4); else the first. */
export function languageOf<Language extends string>(
  request: Request,
  known: readonly [Language, ...Language[]],
): Language {
  let best: { language: Language; weight: number } = { language: known[0], weight: 0 };
  for (const range of (request.headers.get('Accept-Language') ?? '').toLowerCase().split(',')) {
    const language = /^[a-z]+/.exec(range.trim())?.[0] ?? '';
    const weight = Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1);
    const match = known.find((each) => each === language);
    if (match && weight > best.weight) best = { language: match, weight };
  }
  return best.language;
}
