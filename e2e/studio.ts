import { AxeBuilder } from '@axe-core/playwright';
import { type Locator, type Page, test as base } from '@playwright/test';
import { lowContrastIn, type Painted } from './painted.js';

/** What the studio says of one pair in one scheme. */
export interface Said {
  where: string;
  scheme: string;
  front: string;
  back: string;
  passes: boolean;
}

/** The demo's theme studio. */
export class Studio {
  readonly violations: string[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.violations.push(message.text());
    });
    page.on('pageerror', (error) => this.violations.push(error.message));
  }

  async open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`/studio#${new URLSearchParams(settings)}`);
    await this.stands();
  }

  /** Every frame has been drawn, and its figures are there. */
  async stands(): Promise<void> {
    await this.page.waitForFunction(() => {
      const frames = [...document.querySelectorAll('iframe')];
      const isPlayed = frames.length > 0 && frames.every(({ dataset }) => dataset['playing'] === undefined);
      return isPlayed && document.documentElement.dataset['shown'] !== undefined;
    });
  }

  /** Another design, by its address, in the same page. */
  async take(settings: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate(
      async (hash) => {
        // The last design may be drawn once more first.
        const { dataset } = document.documentElement;
        const before = dataset['shown'];
        location.hash = hash;
        while (dataset['shown'] === before) await new Promise(requestAnimationFrame);
      },
      `v=1&${new URLSearchParams(settings)}`,
    );
  }

  /** A design that the studio brings. */
  async preset(name: string): Promise<void> {
    await this.page.evaluate(() => delete document.documentElement.dataset['shown']);
    await this.page.getByLabel('Begin with').selectOption(name);
    await this.stands();
  }

  pane(scheme: 'light' | 'dark'): Locator {
    return this.page.locator(`.pane[data-scheme=${scheme}]`).first();
  }

  /** The checkout in a scheme's first frame. */
  checkout(scheme: 'light' | 'dark'): Locator {
    return this.pane(scheme).locator('iframe').contentFrame().locator('florin-checkout');
  }

  control(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  get summary(): Locator {
    return this.page.getByText(/AA/).first();
  }

  get failing(): Locator {
    return this.page.getByRole('list', { name: 'Pairs that fail' }).getByRole('listitem');
  }

  /** The address knows the design a moment after it has changed. */
  async addressed(part: string): Promise<void> {
    await this.page.waitForURL((url) => decodeURIComponent(url.hash).includes(part));
  }

  said(): Promise<Said[]> {
    return this.page.locator('#figures tr').evaluateAll((rows) =>
      rows.flatMap((row) =>
        [...row.querySelectorAll('td')].map(({ dataset }) => ({
          where: row.querySelector('th')?.firstChild?.textContent ?? '',
          scheme: dataset['scheme'] ?? '',
          front: dataset['front'] ?? '',
          back: dataset['back'] ?? '',
          passes: dataset['passes'] === 'true',
        })),
      ),
    );
  }

  /** What is really hard to read in the frames, by scheme. */
  async painted(): Promise<(Painted & { scheme: string })[]> {
    const found: (Painted & { scheme: string })[] = [];
    for (const scheme of ['light', 'dark']) {
      const frames = this.page.locator(`.pane[data-scheme=${scheme}] iframe`);
      for (let index = 0; index < (await frames.count()); index += 1) {
        const low = await frames.nth(index).contentFrame().locator('florin-checkout').evaluate(lowContrastIn);
        found.push(...low.map((each) => ({ ...each, scheme })));
      }
    }
    return found;
  }

  /** What is hard to read and is not said to be: no failing pair has its two colours. */
  async concealed(): Promise<string[]> {
    const failing = (await this.said()).filter(({ passes }) => !passes);
    return (await this.painted())
      .filter(
        ({ scheme, front, back }) =>
          !failing.some((each) => each.scheme === scheme && isNear(each.front, front) && isNear(each.back, back)),
      )
      .map(({ scheme, what, front, back, ratio }) => `${scheme}: “${what}” ${front} on ${back}, ${ratio.toFixed(2)}`);
  }

  /** What axe finds in the studio. Its frames are the gallery's, which has tests of its own. */
  async faults(): Promise<string[]> {
    const axe = new AxeBuilder({ page: this.page }).exclude('iframe').setLegacyMode();
    const { violations } = await axe.options({ iframes: false, resultTypes: ['violations'] }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
}

/** Two ways to the same colour may round apart, each time that something is laid over it. */
function isNear(one: string, other: string): boolean {
  return [1, 3, 5].every((at) => {
    const [first = 0, second = 0] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.abs(first - second) <= 3;
  });
}

export const test = base.extend<{ studio: Studio }>({
  studio: async ({ page }, use) => use(new Studio(page)),
});
