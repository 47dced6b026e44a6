import { AxeBuilder } from '@axe-core/playwright';
import { isPlan, type FinancingPlan, type PlanOffer } from '@florin/contract';
import { formatDate, formatMoney } from '@florin/locale';
import { test as base, type Locator, type Page } from '@playwright/test';
import { Customer, expect, sandboxOf } from '../customer.js';

const FOUR_TIMES = 'alma_4_0_0';
/** The days of the shop's page are those of the shop, the checkout's those of the customer: here they are the same. */
const timezoneId = 'Europe/Paris';

const test = base.extend<{ language: string; visitor: Visitor }>({
  language: ['en', { option: true }],
  visitor: async ({ page, language }, use) => {
    const { messages } = await Customer.at(page, language);
    await use(new Visitor(page, messages, language));
  },
});
test.use({ timezoneId });

/** Somebody who looks at the lamp, and at how it can be paid in parts. */
class Visitor extends Customer {
  get plans(): Locator {
    return this.page.locator('florin-installments');
  }

  get line(): Locator {
    return this.plans.locator('summary');
  }

  async looks(provider = 'purse'): Promise<void> {
    await this.page.goto(`/?provider=${provider}&lang=${this.locale}`);
  }

  /** What the shop was told of Alma by the sandbox. */
  async told(quantity = 1): Promise<PlanOffer[]> {
    const query = `product=lune&quantity=${quantity}&provider=purse`;
    return ((await (await this.page.request.get(`/api/price?${query}`)).json()) as { plans: PlanOffer[] }).plans;
  }

  async toldFourTimes(quantity?: number): Promise<FinancingPlan> {
    const plan = (await this.told(quantity)).filter(isPlan).find(({ id }) => id === FOUR_TIMES);
    if (!plan) throw new Error('Alma offers no four payments.');
    return plan;
  }

  /** How a plan should stand there, row by row. */
  rowsOf({ payments, total }: FinancingPlan): string[] {
    const money = (value: number) => plain(formatMoney({ value, currency: 'EUR', exponent: 2 }, this.locale));
    const feesIn = (fee: number) => (fee > 0 ? ` ${this.says('installments.fees', { fees: money(fee) })}` : '');
    const fees = payments.reduce((sum, { fee }) => sum + fee, 0);
    return [
      `${this.says('installments.date')} | ${this.says('installments.amount')}`,
      ...payments.map(({ due_at, amount, fee }, index) => {
        const day =
          index === 0 ? this.says('installments.today') : formatDate(due_at, this.locale, { timeZone: timezoneId });
        return `${plain(day)} | ${money(amount + fee)}${feesIn(fee)}`;
      }),
      `${this.says('installments.total')} | ${money(total)}${feesIn(fees) || ` ${this.says('installments.free')}`}`,
    ];
  }

  /** Goes on with the Tab key until this has the focus. */
  async tabsTo(target: Locator): Promise<void> {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await this.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element.matches(':focus'))) return;
    }
    throw new Error('The Tab key does not lead there.');
  }
}

/** The one table that can be seen, row by row. */
async function rowsIn(place: Locator): Promise<string[]> {
  const rows = await place
    .getByRole('table')
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')));
  return rows.map(plain);
}

function plain(text: string): string {
  return text
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ \| /g, '|')
    .replaceAll('|', ' | ')
    .trim();
}

/** All that can be read in the tag. */
async function readIn(page: Page): Promise<string> {
  return page.locator('florin-installments').evaluate((element) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element.shadowRoot ?? element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.matches('style')) texts.push(walker.currentNode.textContent ?? '');
    return texts.join('');
  });
}

for (const language of ['en', 'ar']) {
  test.describe(language, () => {
    test.use({ language });

    test('the four-times plan of the product page is the one that is paid in the checkout, with the keyboard alone', async ({
      visitor,
    }) => {
      const { page, checkout } = visitor;
      await visitor.looks();
      const plan = await visitor.toldFourTimes();
      expect(plan).toMatchObject({
        total: 5102,
        payments: [{ amount: 1252, fee: 103 }, {}, {}, { amount: 1249, fee: 0 }],
      });

      await visitor.tabsTo(visitor.line);
      await page.keyboard.press('Enter');
      await visitor.tabsTo(visitor.plans.getByRole('radio').first());
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(visitor.plans.getByRole('radio').nth(2)).toBeChecked();
      const shown = await rowsIn(visitor.plans);
      expect(shown).toEqual(visitor.rowsOf(plan));
      await expect(visitor.line).toContainText(/13[.,]55.*12[.,]49/);

      await visitor.tabsTo(page.locator('main form button.primary'));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/checkout\?order=/);
      await visitor.isIn('ready');
      const inParts = page.getByRole('radio', { name: new RegExp(`${visitor.says('methods.installments')}.*Alma`) });
      // What was chosen before is chosen here.
      await expect(inParts).toBeChecked();
      const fourTimes = checkout.getByRole('radio', { name: /13[.,]55.*3 × .*12[.,]49/ });
      await expect(fourTimes).toBeChecked();
      await expect.poll(() => rowsIn(checkout)).toEqual(shown);

      for (const [field, text] of [
        ['number', '4242424242424242'],
        ['expiry', '0442'],
        ['cvc', '424'],
      ] as const) {
        await visitor.tabsTo(visitor.field(field));
        await page.keyboard.type(text);
      }
      await visitor.tabsTo(page.getByRole('button', { name: /13[.,]55.*51[.,]02/ }));
      await page.keyboard.press('Enter');
      await expect(visitor.view.getByRole('heading', { name: visitor.says('confirmed.title') })).toBeVisible();
      await visitor.isIn('completed');

      const response = await page.request.get(`${sandboxOf(page)}/control/payments`);
      const { payments } = (await response.json()) as { payments: { attempts: { installments?: unknown }[] }[] };
      expect(payments.flatMap(({ attempts }) => attempts.map(({ installments }) => installments))).toContainEqual(
        expect.objectContaining({ count: 4 }),
      );
      await page.goto(`/order?id=${visitor.orderId}`);
      await expect(page.locator('#payments')).toHaveText('× 4');
      await expect(page.locator('#agreed')).toHaveText(/51[.,]02/);
    });

    test('without a script every plan can be read, and what needs another price', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, timezoneId, ...(baseURL && { baseURL }) });
      const still = await context.newPage();
      const reader = new Visitor(still, (await Customer.at(still, language)).messages, language);
      await reader.looks();
      const offers = await reader.told();
      await reader.line.click();
      for (const plan of offers.filter(isPlan)) {
        await reader.plans.getByRole('radio').nth(offers.indexOf(plan)).check();
        expect(await rowsIn(reader.plans)).toEqual(reader.rowsOf(plan));
      }
      await expect(reader.plans.getByRole('listitem')).toHaveText(/300[.,]00/);
      await context.close();
    });
  });
}

test('two lamps: other amounts, and the plan that was chosen stays', async ({ visitor }) => {
  const { page, plans } = visitor;
  await visitor.looks();
  await visitor.line.click();
  await plans.getByRole('radio').nth(2).check();
  await page.locator('select[name="quantity"]').selectOption('2');
  const plan = await visitor.toldFourTimes(2);
  expect(plan.total).toBe(10_205);
  await expect.poll(() => rowsIn(plans)).toEqual(visitor.rowsOf(plan));
  await expect(plans.getByRole('radio').nth(2)).toBeChecked();
  await expect(visitor.line).toContainText('27.08');
});

test('what is chosen before the script has come stays chosen', async ({ visitor }) => {
  const { page, plans } = visitor;
  let come = () => {};
  const script = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    await script;
    await route.continue();
  });
  await page.goto('/?provider=purse&lang=en', { waitUntil: 'commit' });
  await visitor.line.click();
  await plans.getByRole('radio').nth(2).check();
  await expect(visitor.line).toContainText('25.00');
  const before = await rowsIn(plans);
  come();
  await expect(visitor.line).toContainText('13.55');
  await expect(plans.getByRole('radio').nth(2)).toBeChecked();
  expect(await rowsIn(plans)).toEqual(before);
});

test('coming alive it says what it said before', async ({ visitor, browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const still = await context.newPage();
  await still.goto('/?provider=purse&lang=fr');
  const drawn = await readIn(still);
  await context.close();
  expect(plain(drawn)).toContain('Échéancier');
  await visitor.page.goto('/?provider=purse&lang=fr');
  await expect(visitor.page.locator('florin-installments')).toHaveJSProperty('exponent', '2');
  expect(await readIn(visitor.page)).toBe(drawn);
});

test('another provider finances nothing: there is nothing to see, until there is', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.looks('milky-pay');
  await expect(visitor.line).toBeHidden();
  await page.locator('details.settings summary').click();
  await page.locator('select[name="provider"]').selectOption('purse');
  await expect(visitor.line).toContainText('25.00');
});

for (const [language, colorScheme, forcedColors] of [
  ['en', 'light', 'none'],
  ['ar', 'dark', 'none'],
  ['fr', 'light', 'active'],
] as const)
  test.describe(`${language}, ${colorScheme}, colours forced: ${forcedColors}`, () => {
    test.use({ language, colorScheme, contextOptions: { forcedColors } });

    test('axe finds nothing, closed and open; nothing is cut off or reaches out, however small and large', async ({
      visitor,
    }) => {
      const { page, plans } = visitor;
      const found = async () => {
        const { violations } = await new AxeBuilder({ page }).include('florin-installments').analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      };
      await visitor.looks();
      expect(await found()).toEqual([]);
      await visitor.line.click();
      await plans.getByRole('radio').nth(2).check();
      expect(await found()).toEqual([]);
      for (const [width, text] of [
        [240, '100%'],
        [320, '100%'],
        [320, '200%'],
        [900, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text);
        expect([width, text, await reachesOut(plans)]).toEqual([width, text, []]);
      }
    });
  });

/** What is wider than its tag, or than its own box. */
async function reachesOut(plans: Locator): Promise<string[]> {
  return plans.evaluate((tag) => {
    const room = tag.getBoundingClientRect();
    return [...(tag.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter((element) => element.checkVisibility() && !element.matches('caption, style'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < room.left - 1 || right > room.right + 1 || element.scrollWidth > element.clientWidth + 1;
      })
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`);
  });
}

test('on paper the payments of the chosen plan stand open', async ({ visitor }) => {
  const { page, plans } = visitor;
  await visitor.looks();
  const isDrawn = () => plans.locator('table').evaluateAll((all) => all.map((table) => table.checkVisibility()));
  expect(await isDrawn()).toEqual([false, false, false]);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(isDrawn).toEqual([true, false, false]);
  await expect(plans.getByText(visitor.says('installments.total'), { exact: true }).first()).toBeVisible();
});
