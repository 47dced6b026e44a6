import type { Scenario } from '@florin/sandbox';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { Customer, expect, sandboxOf, test as base } from './customer.js';
import { Shopper, type Offer } from './shopper.js';

/** Somebody who pays by what is no card: at a bank's page, with a phone, at a counter. */
export class Payer extends Shopper {
  /** Known wherever the payment has led to. */
  placed = '';
  /** Whose page the bank's is, as it stands in a sentence of any direction. */
  bank = '';
  /** The page cannot read how the payment stands. */
  isCutOff = false;

  static override async open(page: Page, locale: string): Promise<Payer> {
    const { messages } = await Customer.at(page, locale);
    return new Payer(page, messages, locale);
  }

  /** Another tab too: a shop may know its customer. */
  protected override get keptIn(): BrowserContext {
    return this.page.context();
  }

  /** Orders where everything is offered, to be asked as the scenario says. */
  async ordersWith(scenario: Scenario = {}, offer: Offer = {}): Promise<void> {
    await this.ordersFrom('payment-intents', scenario, { more_methods: true, ...offer });
    this.placed = this.orderId;
    this.bank = `\u2066${new URL(sandboxOf(this.page)).host}\u2069`;
  }

  /** The same person in another tab. */
  in(page: Page): Payer {
    return new Payer(page, this.messages, this.locale);
  }

  method(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** Says who is paid in it: another way to pay has another one. */
  async chooses(name: string): Promise<void> {
    await this.method(name).check();
    await expect(this.payButton).toContainText(name);
  }

  async paysWith(name: string, scenario: Scenario = {}, offer: Offer = {}): Promise<void> {
    await this.ordersWith(scenario, offer);
    await this.chooses(name);
    await this.payButton.click();
  }

  async sees(key: Parameters<Customer['says']>[0], values: Record<string, string | number> = {}): Promise<void> {
    await expect(this.view.getByText(this.says(key, values), { exact: true })).toBeVisible();
  }

  button(key: Parameters<Customer['says']>[0], values: Record<string, string | number> = {}): Locator {
    return this.page.getByRole('button', { name: this.says(key, values), exact: true });
  }

  async cancels(key: 'action.cancel' | 'action.other_method' = 'action.cancel'): Promise<void> {
    await this.button(key).click();
  }

  /** What waits for the customer's phone is answered there. */
  async answersOnPhone(decision: 'approve' | 'refuse'): Promise<number> {
    const { request } = this.page;
    const phone = sandboxOf(this.page);
    const list = await request.get(`${phone}/phone?payment=${(await this.atProvider())?.id}`);
    const path = /href="(\/phone\/\w+)"/.exec(await list.text())?.[1];
    if (path === undefined) throw new Error('Nothing waits for the phone.');
    return (await request.post(`${phone}${path}`, { form: { decision } })).status();
  }

  /** What the shop says of the order, and the provider of each attempt: its failure, or how it stands. */
  async books(): Promise<{ order: string; attempts: string[] }> {
    const { payment } = await this.orderAsTold();
    const { attempts = [] } = (await this.atProvider()) ?? {};
    return { order: payment, attempts: attempts.map(({ status, failure }) => failure ?? status) };
  }

  /** The tab goes out of sight, or is looked at again, as its browser would say. */
  async looksAway(isAway: boolean): Promise<void> {
    await this.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        get: () => (hidden ? 'hidden' : 'visible'),
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isAway);
  }

  /** From here on the page knows what it reads; a stream that is open already could not be cut. */
  async canBeCutOff(): Promise<void> {
    await this.page.route(/\/intents\/[^/]+(\/events)?$/, (route) => {
      const isStream = route.request().url().endsWith('/events');
      return isStream || this.isCutOff ? route.abort('connectionreset') : route.continue();
    });
  }

  /** The provider has closed its books; what the page knows of it is another matter. */
  async isOverAtProvider(books = { order: 'open', attempts: ['PAYMENT_EXPIRED'] }): Promise<void> {
    await expect.poll(() => this.books()).toEqual(books);
  }

  /** ms since the epoch at which what is asked for expires. */
  endOf(view: string): Promise<number> {
    return this.page
      .locator(view)
      .evaluate((tag) => Date.parse((tag as unknown as { action: { expires_at: string } }).action.expires_at));
  }

  /** Shop, provider and customer share a machine here, and its clock. */
  async outlasts(end: number): Promise<void> {
    await expect.poll(() => Date.now() > end, { intervals: [100] }).toBe(true);
  }
}

export const paidOnce = { order: 'paid', attempts: ['completed'] };

/** Every test begins before the order: what is asked for is chosen with it. */
export const test = base.extend<{ payer: Payer }>({
  payer: async ({ context, page, language }, use) => {
    // The shop's page of the order follows by itself: what the checkout says is to stay.
    await context.route('**/order?*', (route) => route.abort('aborted'));
    await use(await Payer.open(page, language));
  },
});
