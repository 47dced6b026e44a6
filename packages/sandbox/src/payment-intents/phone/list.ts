import { html as markup } from 'hono/html';
import { formatMoney } from '../../money.js';
import { renderPage, type Markup } from '../../pages/page.js';
import { words, type PageLocale } from '../../pages/words.js';
import { TEST_OTP } from '../../test-cards.js';
import { isAsked, latestAttempt, type Intent } from '../payments/model.js';
import type { World } from '../payments/world.js';

/**
 * Everything that waits for the phone, or what does of one payment. Stands in for a camera too: whoever tries the demo may have no phone that
 * reaches this machine.
 */
export function renderList({ payments, merchant }: World, locale: PageLocale, payment?: string): Promise<Response> {
  const word = words[locale];
  const kinds = { qr: word.kindQr, approval: word.kindApproval, instructions: word.kindInstructions };
  const waiting = payments
    .all()
    .flatMap((intent) => (payment === undefined || payment === intent.id ? (itemOf(intent) ?? []) : []));
  return renderPage({
    locale,
    title: word.phoneList,
    body: waiting.length === 0 ? markup`<p>${word.phoneNone}</p>` : markup`<ul>${waiting}</ul>`,
  });

  function itemOf(intent: Intent): Markup | undefined {
    const attempt = latestAttempt(intent);
    const { action = null } = attempt ?? {};
    // What never comes, or is not of a phone.
    if (!attempt || !isAsked(attempt) || !action || action.type === 'unlisted' || action.behaves === 'never_answers')
      return undefined;
    const what = markup`<bdi>${merchant}</bdi> · <bdi>${formatMoney(intent.amount, locale)}</bdi>`;
    switch (action.type) {
      case 'otp':
        return markup`<li>${word.kindOtp} <bdi>${TEST_OTP}</bdi> · ${what}</li>`;
      case 'qr':
      case 'approval':
      case 'instructions':
        return markup`<li><a href="/phone/${action.token}">${kinds[action.type]} · ${what}</a></li>`;
      default:
        return undefined;
    }
  }
}
