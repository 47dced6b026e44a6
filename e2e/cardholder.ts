import type { Scenario } from '@florin/sandbox';
import type { FrameLocator, Page } from '@playwright/test';
import { Customer, expect, test as base } from './customer.js';
import { Shopper } from './shopper.js';

type Ways = Omit<Scenario, 'asks'> & Required<Pick<Scenario, 'asks'>>;

/** Somebody whose card is asked about by its issuer, with 3-D Secure. */
export class Cardholder extends Shopper {
  /** What the checkout has told the backend: the bodies of `confirm`. */
  readonly answers: unknown[] = [];
  /** The page cannot read how the payment stands. */
  isCutOff = false;

  static override async open(page: Page, locale: string): Promise<Cardholder> {
    const { messages } = await Customer.at(page, locale);
    const cardholder = new Cardholder(page, messages, locale);
    page.on('request', (request) => {
      if (!request.url().endsWith('/confirm')) return;
      cardholder.answers.push(request.postDataJSON());
      cardholder.isCutOff = false;
    });
    await page.route(/\/intents\/[^/]+(\/events)?$/, (route) => {
      const isStream = route.request().url().endsWith('/events');
      return isStream || cardholder.isCutOff ? route.abort() : route.continue();
    });
    return cardholder;
  }

  /** Pays with a card that is asked about like this, at a provider that sends no word of its own. */
  async paysAsked(scenario: Ways): Promise<void> {
    await this.ordersFrom('payment-intents', { webhooks: 'never', ...scenario });
    await this.pays({ number: '4242 4242 4242 4242' });
  }

  /** The provider knows it before the browser does; that it is over reaches the page through the issuer's frame alone. */
  async confirms(issuer: FrameLocator = this.issuer): Promise<void> {
    const confirm = issuer.getByRole('button', { name: 'Confirm' });
    await expect(confirm).toBeVisible();
    this.isCutOff = true;
    await confirm.click();
  }

  async stops(): Promise<void> {
    await this.page.getByRole('button', { name: this.says('action.cancel'), exact: true }).click();
    await this.page.getByRole('button', { name: this.says('three_ds.cancel.stop'), exact: true }).click();
  }

  /** The issuer's page is there, and can be answered. */
  async isAsked(): Promise<void> {
    await expect(this.issuer.getByRole('button', { name: 'Confirm' })).toBeVisible();
  }

  /** The tab is left for another one, or come back to. */
  async isInSight(isInSight: boolean): Promise<void> {
    await this.page.evaluate((isVisible) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: !isVisible });
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        value: isVisible ? 'visible' : 'hidden',
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isInSight);
  }

  /** What the shop says of the order, and the provider of each attempt: its failure, or how it stands. */
  async books(): Promise<{ order: string; attempts: string[] }> {
    const { payment } = await this.orderAsTold();
    const { attempts = [] } = (await this.atProvider()) ?? {};
    return { order: payment, attempts: attempts.map(({ status, failure }) => failure ?? status) };
  }

  /** Writes down each heading that stands in the place of the form, frame by frame as the screen is painted. */
  async looksOn(): Promise<() => Promise<string[]>> {
    await this.checkout.evaluate((tag) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const view = tag.shadowRoot?.querySelector('.view > *');
        const heading = view ? (view.shadowRoot?.querySelector('h2') ?? view).textContent.trim() : 'the form';
        if (heading !== seen.at(-1)) seen.push(heading);
        requestAnimationFrame(look);
      };
      look();
    });
    return () => this.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  }
}

/** Every test begins before the order: what the issuer does is chosen with it. */
export const test = base.extend<{ cardholder: Cardholder }>({
  cardholder: async ({ page, language }, use) => use(await Cardholder.open(page, language)),
});
