import type { Scenario } from '@florin/sandbox';
import type { Page } from '@playwright/test';
import { Customer, test as base } from './customer.js';

/** What a merchant's order is to be paid with, as the demo's server takes it. */
interface Choice {
  scenario?: Scenario;
  more_methods?: true;
  country?: string;
}

/** Somebody at the page of a merchant who has florin.js and one tag, and what that page has loaded. */
export class OneTagCustomer extends Customer {
  /** Names of florin.js's files without what changes with each build, as they were asked for. */
  readonly asked: string[] = [];

  static override async at(page: Page, locale = 'en'): Promise<OneTagCustomer> {
    const { messages } = await Customer.at(page, locale);
    const customer = new OneTagCustomer(page, messages, locale);
    page.on('request', (request) => note(customer.asked, request.url()));
    return customer;
  }

  async opens(choice: Choice = {}): Promise<void> {
    const { page } = this;
    const answer = await page.request.post('/api/orders', { data: { product: 'lune', ...choice } });
    const { intent, client_secret: secret } = (await answer.json()) as { intent: string; client_secret: string };
    // The merchant's own page, for this order.
    await page.route('**/one-tag', async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace(/ intent="[^"]*"/, ` intent="${intent}"`)
        .replace(/ client-secret="[^"]*"/, ` client-secret="${secret}"`);
      await route.fulfill({ response, body: html });
    });
    await page.goto('/one-tag');
    await this.isIn('ready');
  }

  /**
   * What follows "pay" comes once these views are there, and no file comes from then on. Resolves to the files that had
   * been asked for before the backend had answered. Ask before paying.
   */
  losesTheNetworkOnce(views: string[]): Promise<string[]> {
    const { page, asked } = this;
    return new Promise((resolve, reject) => {
      let isAnswered = false;
      // The stream, or a read, would tell it first.
      page.route('**/events', (route) => route.abort()).catch(reject);
      page.route(/\/intents\/[^/]+$/, (route) => (isAnswered ? route.continue() : route.abort())).catch(reject);
      page
        .route('**/attempts', async (route) => {
          const response = await route.fetch();
          const before = [...asked];
          await this.has(...views);
          await page.route('**/florin/*.js', (file) => file.abort());
          isAnswered = true;
          resolve(before);
          await route.fulfill({ response });
        })
        .catch(reject);
    });
  }
}

function note(names: string[], url: string): void {
  const name = /\/florin\/(?:florin-)?(.+?)(?:-[\w-]{8})?\.js$/.exec(url)?.[1];
  if (name) names.push(name);
}

export const test = base.extend<{ customer: OneTagCustomer }>({
  customer: async ({ page, language }, use) => use(await OneTagCustomer.at(page, language)),
});
