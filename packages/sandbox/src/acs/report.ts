import { html as markup } from 'hono/html';
import type { Behaviour } from '../asks.js';
import { renderHidden, renderPage } from '../pages/page.js';
import { words, type PageLocale } from '../pages/words.js';
import { randomId } from '../random-id.js';

export interface Report {
  locale: PageLocale;
  notificationUrl: string;
  /** What the browser carries there. */
  fields: Record<string, string>;
  behaves: Behaviour | undefined;
}

/** Sends the customer's browser on to the notification URL, or goes wrong at it. */
export function renderReport({ locale, notificationUrl, fields, behaves }: Report): Promise<Response> {
  const word = words[locale];
  if (behaves === 'wrong_origin')
    // As the shop's own page would say it, and from a page that is not the shop's.
    return renderPage({
      locale,
      title: word.returning,
      framed: true,
      body: markup`<form><input type="hidden" name="nonce" value="${nonceIn(notificationUrl)}"></form>`,
      script: `parent.postMessage({ type: 'florin:three-ds', nonce: document.forms[0].nonce.value }, '*')`,
    });
  const address = behaves === 'wrong_nonce' ? withOtherNonce(notificationUrl) : notificationUrl;
  const isTwice = behaves === 'answers_twice';
  return renderPage({
    locale,
    title: word.returning,
    framed: true,
    formAction: new URL(address).origin,
    ...(isTwice && { connect: new URL(address).origin }),
    body: markup`<form method="post" action="${address}">
${renderHidden(fields)}
<button class="primary">${word.continue}</button>
</form>`,
    script: isTwice ? sendTwice : 'document.forms[0].submit()',
  });
}

const sendTwice = `const form = document.forms[0];
const body = new URLSearchParams(new FormData(form));
fetch(form.action, { method: 'POST', mode: 'no-cors', body }).finally(() => form.submit());`;

/** The merchant's addresses end in the nonce of their challenge. */
function nonceIn(notificationUrl: string): string {
  return new URL(notificationUrl).pathname.split('/').at(-1) ?? '';
}

function withOtherNonce(notificationUrl: string): string {
  return new URL(randomId(), notificationUrl).href;
}
