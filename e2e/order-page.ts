import { format, type Locale } from '@florin/locale';
import { loadDisplayMessages, type DisplayMessages } from '@florin/locale/display';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Customer } from './customer.js';

type Messages = DisplayMessages['payment-status'];

/** ms. Longer than an order page waits between two looks at a payment that is made. */
const ANOTHER_LOOK = 40_000;

/** Somebody who looks at an order in a window of its own, where its time can be made to pass. */
export class OrderPage {
  /** How often it has asked how the payment stands. */
  reads = 0;

  private constructor(
    readonly page: Page,
    readonly messages: Messages,
    /** Of the order. */
    readonly id: string,
  ) {
    page.on('request', (request) => {
      if (request.url().includes('/api/checkout/intents/')) this.reads += 1;
    });
  }

  /** `secret`: another key to the payment than the customer's. */
  static async open(customer: Customer, { secret }: { secret?: string } = {}): Promise<OrderPage> {
    const { page: till, orderId, locale } = customer;
    const name = `atelier-nord:${orderId}`;
    const kept = await till.evaluate((key) => sessionStorage.getItem(key), name);
    const keys = { ...(JSON.parse(kept ?? '{}') as { intent: string }), ...(secret && { clientSecret: secret }) };
    const page = await till.context().newPage();
    await page.clock.install();
    await page.addInitScript(([key, value]) => sessionStorage.setItem(key, value), [
      name,
      JSON.stringify(keys),
    ] as const);
    const order = new OrderPage(page, await loadDisplayMessages('payment-status', locale as Locale), orderId);
    await page.goto(`/order?id=${orderId}&lang=${locale}`);
    return order;
  }

  says(key: keyof Messages, values: Record<string, string> = {}): string {
    return format(this.messages[key], values);
  }

  get status(): Locator {
    return this.page.locator('florin-payment-status');
  }

  /** What is said aloud. */
  get said(): Locator {
    return this.status.getByRole('status');
  }

  /** What went back, each with its day. */
  get reversals(): Locator {
    return this.status.getByRole('listitem');
  }

  async stands(phase: string, title: keyof Messages): Promise<void> {
    await expect(this.status).toHaveAttribute('phase', phase);
    await expect(this.status.getByRole('heading')).toHaveText(this.says(title));
  }

  /** Half a minute later. */
  async looksAgain(): Promise<void> {
    await this.page.clock.fastForward(ANOTHER_LOOK);
  }

  /** Time passes until what is awaited is there: a provider tells the shop when it likes. */
  async sees(words: Locator, text: (string | RegExp)[]): Promise<void> {
    await expect(async () => {
      await this.looksAgain();
      await expect(words).toHaveText(text, { timeout: 1000 });
    }).toPass();
  }
}
