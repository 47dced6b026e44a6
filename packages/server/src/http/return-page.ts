import type { ServerContext } from '../server-context.js';
import { escapeHtml, languageOf, respondWithPage } from './page.js';
import { isNonce, reportOf } from './three-ds-report.js';

const words = {
  en: {
    back: 'Back to the shop',
    text: 'You can go back to the shop. It shows what became of your payment.',
  },
  fr: {
    back: 'Revenir à la boutique',
    text: 'Vous pouvez revenir à la boutique. Elle indique où en est votre paiement.',
  },
  ar: {
    back: 'العودة إلى المتجر',
    text: 'يمكنك العودة إلى المتجر، وستجد فيه ما آل إليه دفعك.',
  },
};

const languages: [Language, ...Language[]] = ['en', 'fr', 'ar'];
type Language = keyof typeof words;

const style = `
body { font: 1.125rem/1.5 system-ui, sans-serif; max-inline-size: 30em; margin-inline: auto; padding: 1.5em; }
a { display: inline-block; padding-block: .6em; }
`;

/**
 * In a frame it tells the page around it what there is to tell, and stays. A payment window closes itself: the page that
 * opened it goes on. It is known by how its name begins and by nothing else, because a shop too may stand in a window that
 * somebody opened. Any other window goes on to the shop.
 */
export const returnScript = `({ report, targets, next }) => {
  if (parent !== window) {
    if (report) for (const target of targets) parent.postMessage(report, target);
  } else if (window.name.startsWith('florin-redirect')) window.close();
  else if (next) location.replace(next);
}`;

/**
 * `/return/{intent}`: where a provider's page sends the browser when it is done. It proves nothing, and says nothing of
 * the payment. An intent that is not there looks like one without an address to go back to.
 *
 * With `three_ds={nonce}` it is the end of a challenge too, for providers with one address for both.
 */
export async function returnToShop(context: ServerContext, request: Request, intentId: string): Promise<Response> {
  const intent = await context.store.find(intentId);
  const nonce = new URL(request.url).searchParams.get('three_ds') ?? '';
  return respondWithReturn(context, request, { next: intent?.returnUrl ?? null, nonce: isNonce(nonce) ? nonce : null });
}

/** No `frame-ancestors`: a shop may itself be framed, and there is nothing here to type or to agree to. */
export function respondWithReturn(
  context: ServerContext,
  request: Request,
  { next, nonce }: { next: string | null; nonce: string | null },
): Response {
  const language = languageOf(request, languages);
  const { back, text } = words[language];
  const link = next === null ? '' : `<p><a href="${escapeHtml(next)}" target="_top">${back}</a></p>`;
  return respondWithPage({
    language,
    title: back,
    body: `<main><p>${text}</p>${link}</main>`,
    style,
    script: returnScript,
    settings: { ...(nonce !== null && reportOf(context, nonce)), next },
  });
}
