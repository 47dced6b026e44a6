import { format, loadMessages, type MessageKey, type Messages } from '@florin/locale';
import { test as base, expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export { expect };

/** What the provider has seen of an order: its attempts, without card data. */
interface ProviderPayment {
  id: string;
  metadata: Record<string, string>;
  status: string;
  attempts: { status: string; failure: string | null }[];
}

interface Card {
  number: string;
  expiry?: string;
  cvc?: string;
  holder?: string;
}

/** A person with a card, at the demo shop, in one language. Finds things as a person does: by what they are called. */
export class Customer {
  constructor(
    readonly page: Page,
    readonly messages: Messages,
    readonly locale: string,
  ) {}

  /** Stays where the payment was made: the shop's page of the order does not follow by itself. */
  static async at(page: Page, locale = 'en'): Promise<Customer> {
    await page.addInitScript(() =>
      navigation.addEventListener('navigate', (event) => {
        const isOrder = new URL(event.destination.url).pathname === '/order';
        if (isOrder && !event.userInitiated) event.preventDefault();
      }),
    );
    return new Customer(page, await loadMessages(locale), locale);
  }

  says(key: MessageKey, values: Record<string, string | number> = {}): string {
    return format(this.messages[key], values);
  }

  get checkout(): Locator {
    return this.page.locator('florin-checkout');
  }

  /** What stands in the place of the form. What is said aloud repeats its words, and is not seen. */
  get view(): Locator {
    return this.page.locator('florin-checkout .view');
  }

  /** Says what is to be paid. How an amount is written is up to the browser's data; its digits are not. */
  get payButton(): Locator {
    const [before, after] = this.messages['pay.action'].split('{amount}');
    return this.page.getByRole('button', { name: new RegExp(`^${before}.*49.99.*${after}$`) });
  }

  /** Orders the lamp; the checkout is there, and can be paid. */
  async order(): Promise<void> {
    await this.page.goto(`/?lang=${this.locale}`);
    await this.page.locator('main form button.primary').click();
    await this.page.waitForURL(/\/checkout\?order=/);
    await this.isIn('ready');
    await expect(this.payButton).toBeVisible();
  }

  get orderId(): string {
    return new URL(this.page.url()).searchParams.get('order') ?? '';
  }

  /** The code of these views is there, and all that it needs. */
  async has(...views: string[]): Promise<void> {
    await this.page.evaluate(
      (tags) => Promise.all(tags.map((tag) => customElements.whenDefined(tag))).then(() => {}),
      views.map((view) => `florin-${view}`),
    );
  }

  async isIn(phase: string, within?: { timeout: number }): Promise<void> {
    await expect(this.checkout).toHaveAttribute('phase', phase, within);
  }

  field(name: 'number' | 'expiry' | 'holder' | 'cvc'): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${this.messages[`card.${name}.label`]}`) });
  }

  async types({ number, expiry = '12/42', cvc, holder }: Card): Promise<void> {
    await this.field('number').fill(number);
    await this.field('expiry').fill(expiry);
    await this.field('cvc').fill(cvc ?? (/^3[47]/.test(number) ? '1234' : '123'));
    if (holder !== undefined) await this.field('holder').fill(holder);
  }

  async pays(card: Card): Promise<void> {
    await this.types(card);
    await this.payButton.click();
  }

  async seesPaid(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.says('paid.title'), exact: true })).toBeVisible();
    await this.isIn('completed');
  }

  /** The form is back, and says why. */
  async seesDecline(reason: MessageKey): Promise<void> {
    await this.isIn('ready');
    await expect(this.page.locator('.failure').getByText(this.says(reason))).toBeVisible();
  }

  /** The issuer's page inside the challenge's frame. */
  get issuer(): FrameLocator {
    return this.page.frameLocator(`iframe[title="${this.says('three_ds.frame')}"]`);
  }

  async choosesQr(): Promise<void> {
    await this.page.getByRole('radio', { name: this.says('methods.qr') }).check();
  }

  /** The next action that a view was given, as its element holds it. */
  actionOf(view: 'florin-qr' | 'florin-three-ds'): Promise<Record<string, string>> {
    return this.page
      .locator(view)
      .evaluate((element) => (element as unknown as { action: Record<string, string> }).action);
  }

  /** What the merchant's own server says of the order. */
  async orderAsTold(): Promise<{ payment: string; attempts: number; number: number }> {
    const response = await this.page.request.get(`/api/orders/${this.orderId}`);
    return ((await response.json()) as { order: { payment: string; attempts: number; number: number } }).order;
  }

  /** What the provider has seen of this order. */
  async atProvider(): Promise<ProviderPayment | undefined> {
    const { number } = await this.orderAsTold();
    const response = await this.page.request.get(`${sandboxOf(this.page)}/control/payments`);
    const { payments } = (await response.json()) as { payments: ProviderPayment[] };
    return payments.find(({ metadata }) => metadata['order'] === String(number));
  }
}

/** The simulated provider stands on the next port. */
export function sandboxOf(page: Page): string {
  const url = new URL(page.url());
  return `http://localhost:${Number(url.port) + 1}`;
}

/** Every test begins as somebody who has ordered the lamp; `locale` says in which language. */
export const test = base.extend<{ customer: Customer; language: string }>({
  language: ['en', { option: true }],
  customer: async ({ page, language }, use) => {
    const customer = await Customer.at(page, language);
    await customer.order();
    await use(customer);
  },
});
