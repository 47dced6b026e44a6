import type { Reason } from '@florin/contract';
import { provider as milkyPay } from '@florin/providers/milky-pay';
import { provider as paymentIntents } from '@florin/providers/payment-intents';
import { provider as paymentsTrust } from '@florin/providers/payments-trust';
import { partnerStatuses, provider as purse } from '@florin/providers/purse';
import type { Page } from '@playwright/test';
import { expect } from '../customer.js';
import { oneWindow } from '../one-window.js';
import { type Shopper, test as shopping } from '../shopper.js';

const test = shopping.extend(oneWindow);
const rooms = [paymentIntents, paymentsTrust, milkyPay, purse];
/** Alma's statuses that are failures: the others say themselves what became of the payment. */
const refusals = Object.entries(partnerStatuses).flatMap(([code, { state }]) => (state === 'ERROR' ? [code] : []));
const codes = rooms.flatMap((room) =>
  (room === purse ? refusals : room.codes).map((code) => {
    const { reason, recovery, disclose } = room.describeFailure(code);
    return { room, code, reason, recovery, disclose };
  }),
);
type Case = (typeof codes)[number];

/** For each provider and reason the first code of its table that has it. */
const representatives = codes.filter(
  ({ room, reason }, index) => codes.findIndex((each) => each.room === room && each.reason === reason) === index,
);

const card = { number: '4242424242424242', expiry: '04/42', cvc: '424' };
const statuses: Record<string, { status: string }> = {
  'payment-intents': { status: 'failed' },
  'payments-trust': { status: 'process_failed' },
  'milky-pay': { status: 'process_failed' },
};

/** Pays, and it fails a moment after the answer: the news come by webhook, store and stream. */
async function failsWith(shopper: Shopper, { room, code }: Pick<Case, 'room' | 'code'>): Promise<void> {
  await shopper.ordersFrom(room.id, { code, after: 300, ...statuses[room.id] });
  await shopper.pays(card);
}

for (const each of representatives) {
  const { room, code, reason, recovery } = each;
  test(`${room.id}: ${code} is told as ${reason}`, async ({ shopper }) => {
    await failsWith(shopper, each);
    if (recovery === 'verify_outcome') {
      await shopper.isIn('verifying');
      await expect(shopper.view.getByText(shopper.says('verifying.text'))).toBeVisible();
      return expect(shopper.payButton).toBeHidden();
    }
    const told = reason === 'blocked' ? 'generic_decline' : reason;
    await shopper.seesDecline(`reason.${told}`);
    // Of a one-time code nothing is left in the form that could be corrected.
    const next = reason === 'wrong_otp' ? 'retry_same' : recovery;
    await expect(shopper.page.locator('.failure').getByText(shopper.says(`recovery.${next}`))).toBeVisible();
    await expect(shopper.payButton).toBeEnabled();
  });
}

test('every reason that a provider may have is among them', () => {
  const seen = new Set<Reason>(representatives.map(({ reason }) => reason));
  expect(seen).toEqual(new Set(codes.map(({ reason }) => reason)));
  console.log(`${representatives.length} representatives of ${seen.size} reasons`);
});

test.describe('what is not told', () => {
  const untold = codes.filter(({ disclose }) => !disclose);
  const plain: Record<string, string> = {
    'payment-intents': 'GENERIC_DECLINE',
    'payments-trust': 'general_decline',
    'milky-pay': 'general_decline',
  };

  /** The same for every code of a provider: it is looked at once. */
  const declines = new Map<string, ReturnType<typeof traceOf>>();
  const declineOf = (shopper: Shopper, room: Case['room']) => {
    const seen = declines.get(room.id) ?? traceOf(shopper, { room, code: plain[room.id] ?? '' });
    declines.set(room.id, seen);
    return seen;
  };

  for (const each of untold) {
    test(`${each.room.id}: ${each.code} is in page and network what a plain decline is`, async ({
      shopper,
      context,
    }) => {
      const secret = await traceOf(shopper, each);
      await context.clearCookies();
      const decline = await declineOf(shopper, each.room);
      expect(secret).toEqual(decline);
      expect(JSON.stringify(secret)).not.toContain(each.code);
    });
  }

  test('what is told is something else', async ({ shopper }) => {
    const told = await traceOf(shopper, { room: paymentsTrust, code: 'insufficient_funds' });
    expect(told).not.toEqual(await traceOf(shopper, { room: paymentsTrust, code: 'general_decline' }));
  });
});

/** All that the page and its network show of a declined payment, without ids, versions and times. */
async function traceOf(shopper: Shopper, payment: Pick<Case, 'room' | 'code'>) {
  const { page } = shopper;
  const answers = heardOn(page);
  const told = page.evaluate.bind(page, () => document.documentElement.dataset['failure']);
  await page.addInitScript(() =>
    addEventListener('florin-failure', (event) => {
      document.documentElement.dataset['failure'] = JSON.stringify((event as CustomEvent).detail);
    }),
  );
  await failsWith(shopper, payment);
  await expect(page.locator('.failure')).toBeVisible();
  // The brand's mark comes from a file of its own.
  await expect(page.locator('florin-checkout [part=mark]')).toBeVisible();
  return { ...(await shownOn(page)), told: await told(), answers: await answers() };
}

/** Text and attributes, shadow roots included. */
function shownOn(page: Page) {
  return page.locator('florin-checkout').evaluate((host) => {
    const text = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement) return '';
      const root = node instanceof Element && node.shadowRoot ? text(node.shadowRoot) : '';
      return root + [...node.childNodes].map(text).join('');
    };
    const own = ['phase', 'method', 'busy', 'layout', 'theme'];
    return { text: text(host), attributes: own.map((name) => host.getAttribute(name)) };
  });
}

/** What the merchant's server answers to "pay". Who reads how often, and when a card is looked up, is a matter of time. */
function heardOn(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().method() !== 'POST' || !/\/api\/checkout\/.*\/attempts$/.test(response.url())) return;
    const call = new URL(response.url()).pathname.replaceAll(/(pi|pa)_[\w-]+/g, '$1_…');
    bodies.push(response.text().then((body) => `${call} ${response.status()} ${masked(body)}`));
  });
  return async () => (await Promise.all(bodies)).slice(-1);
}

function masked(body: string): string {
  return body
    .replaceAll(/\b(pi|pa|ref|or)_[\w-]+/g, '$1_…')
    .replaceAll(/"version":\d+/g, '"version":…')
    .replaceAll(/Order \d+/g, 'Order …')
    .replaceAll(/order=[^"]+/g, 'order=…')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"…"');
}
