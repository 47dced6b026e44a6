import type { Scenario } from '@florin/sandbox';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { Customer, expect, test as base } from './customer.js';

/** What the demo shop can ask for beside the card, by the names of its settings. */
export type Setting = 'returning' | 'save' | 'brand_choice' | 'email' | 'phone' | 'billing';

/** What else an order may ask for, as `demo/server/offer.ts` reads it. */
export interface Offer {
  /** Banks, wallets and mobile money too. */
  more_methods?: boolean;
  /** Where the customer seems to be. */
  country?: string;
  /** Somebody with an account of their own, in which three cards are kept. */
  customer?: 'returning';
}

interface CreatedOrder {
  order: { id: string };
  intent: string;
  client_secret: string;
}

interface SentCard {
  brand: string;
  last4: string;
  network: string | null;
  /** As the provider has it: major units. */
  installments: { count: number; total: number } | null;
  billing_details: Record<string, unknown> | null;
  save_card: boolean;
}

/** Somebody at the same shop, whose orders ask for more. */
export class Shopper extends Customer {
  static async open(page: Page, locale: string): Promise<Shopper> {
    const { messages } = await Customer.at(page, locale);
    return new Shopper(page, messages, locale);
  }

  /** Who knows the secret of an order that was made without the shop's page. */
  protected get keptIn(): Page | BrowserContext {
    return this.page;
  }

  async orders(...settings: Setting[]): Promise<void> {
    await this.page.goto(`/?lang=${this.locale}`);
    await this.page.locator('details.settings summary').click();
    for (const setting of settings)
      await this.page.locator(`.setting-list input:is([name="${setting}"], [value="${setting}"])`).check();
    await this.page.locator('main form button.primary').click();
    await this.page.waitForURL(/\/checkout\?order=/);
    await this.isIn('ready');
    await expect(this.payButton).toBeVisible();
    // Saved cards come in a file of their own; who fills the form in before them keeps what they have begun.
    if (settings.includes('returning')) await expect(this.savedCards.first()).toBeVisible();
  }

  /** Orders without a look at what is sold. The provider may be told what to do: `scenario` as packages/sandbox/README.md has it. */
  async ordersFrom(provider: string, scenario: Scenario | null = null, offer: Offer = {}): Promise<void> {
    const { page, locale } = this;
    const response = await page.request.post(`/api/orders?lang=${locale}`, {
      data: { product: 'lune', provider, scenario, ...offer },
    });
    const { order, intent, client_secret: clientSecret } = (await response.json()) as CreatedOrder;
    // As the shop's own page keeps them.
    await this.keptIn.addInitScript(([name, keys]) => sessionStorage.setItem(name, keys), [
      `atelier-nord:${order.id}`,
      JSON.stringify({ intent, clientSecret }),
    ] as const);
    await page.goto(`/checkout?order=${order.id}&lang=${locale}`);
    await this.isIn('ready');
    await expect(this.payButton).toBeVisible();
  }

  /** The card that the provider was sent with the last attempt, as far as it may be told. */
  async sentCard(): Promise<SentCard> {
    const payment = (await this.atProvider()) as unknown as { attempts: { card: SentCard }[] };
    const card = payment.attempts.at(-1)?.card;
    if (!card) throw new Error('The provider has no card.');
    return card;
  }

  savedCard(name: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  get savedCards(): Locator {
    return this.page.getByRole('radio', { name: /4242/ });
  }

  async choosesNewCard(): Promise<void> {
    await this.page.getByRole('radio', { name: this.says('methods.card'), exact: true }).check();
  }
}

/** Every test begins at the shop; what it orders says what the checkout asks for. */
export const test = base.extend<{ shopper: Shopper }>({
  shopper: async ({ page, language }, use) => use(await Shopper.open(page, language)),
});
