import { views, type GalleryState } from '@florin/demo/gallery';
import { type Locator, type Page, test as base } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { controlsIn, focusedStop, lostIn, prepare, rememberLooks, type Stop } from './gallery-page.js';

/** What the gallery's headless checkout lets a test do; see demo/src/gallery/scripted-checkout.ts. */
interface Scripted {
  state: object;
  readonly calls: string[];
  tell(state: object): void;
}
type Tag = HTMLElement & { checkout: Scripted; updateComplete: Promise<unknown> };

interface Settings {
  locale: string;
  theme: string;
}

const addressOf = (view: string, state: string, settings: Settings): string =>
  `/gallery?${new URLSearchParams({ view, state, ...settings })}`;

const desktop = { width: 1280, height: 900 };

/** More controls than any view has. */
const MANY = 60;

/** The demo's gallery: one tag at a time, in the state that an address names. */
export class Gallery {
  /** Requests that went to anybody but the page's own origin. */
  readonly strangers: string[] = [];

  constructor(readonly page: Page) {
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOwn = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (!isOwn && url.protocol !== 'data:' && url.origin !== new URL(page.url()).origin)
        this.strangers.push(request.url());
    });
  }

  /** The checkout, or a part of one that stands alone. */
  get tag(): Locator {
    return this.page.locator('main > *');
  }

  async open(view: string, state: string, settings: Settings): Promise<void> {
    await this.page.goto(addressOf(view, state, settings));
    await this.#isThere();
  }

  /** One state after the other. One that is played leaves its marks on its page (clipboard, windows): each has a page of its own. */
  async *each(view: string, settings: Settings): AsyncGenerator<[name: string, state: GalleryState]> {
    const states = Object.entries(views[view] ?? {});
    const inOnePage = states.filter(([, { act }]) => !act);
    const played = states.filter(([, { act }]) => act);
    for (const [index, [name, state]] of [...inOnePage, ...played].entries()) {
      await this.page.setViewportSize(desktop);
      if (index > 0 && !state.act) await this.#turnTo(view, name, settings);
      else await this.open(view, name, settings);
      yield [name, state];
    }
  }

  async #turnTo(view: string, state: string, settings: Settings): Promise<void> {
    await this.page.evaluate(
      (address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      addressOf(view, state, settings),
    );
    await this.#isThere();
  }

  async #isThere(): Promise<void> {
    await this.page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await this.tag.evaluate(prepare);
  }

  /** What axe finds in the tag. The bank's page is the bank's. Its own builder goes into frames and brings back what passes. */
  async faults(): Promise<string[]> {
    if (await this.page.evaluate(() => !('axe' in globalThis))) await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate<AxeResults>(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run('main', { iframes: false, reporter: 'no-passes' }),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }

  /** What the scripted checkout was asked to do. */
  calls(): Promise<string[]> {
    return this.tag.evaluate((tag) => (tag as Tag).checkout.calls);
  }

  part(name: string): Locator {
    return this.tag.locator(`[part~="${name}"]:visible`).first();
  }

  /** Walks through the tag with the Tab key, from before it until it is left. */
  async walk(): Promise<Stop[]> {
    await this.tag.evaluate(rememberLooks);
    const stops: Stop[] = [];
    while (stops.length < MANY) {
      await this.page.keyboard.press('Tab');
      const stop = await this.page.evaluate(focusedStop);
      if (!stop || stops.some(({ place, isFrame }) => place === stop.place && !isFrame)) break;
      // The bank's page may have stops of its own.
      if (stops.at(-1)?.place !== stop.place) stops.push(stop);
    }
    return stops;
  }

  /** What a keyboard should meet, in the page's order. */
  controls(): Promise<string[]> {
    return this.tag.evaluate(controlsIn);
  }

  /** On the narrowest screen, or at 400 % zoom: what is cut off, or cannot be scrolled to. */
  async lost(height: number): Promise<string[]> {
    await this.page.setViewportSize({ width: 320, height });
    return this.tag.evaluate(lostIn);
  }

  /** The payment comes to this state while the customer is in the form: the part that has the focus then. */
  focusOnArrival(): Promise<string> {
    return this.tag.evaluate(async (element) => {
      const tag = element as Tag;
      const { state } = tag.checkout;
      const focused = (): string => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.getAttribute('part') ?? active?.localName ?? 'nothing';
      };
      tag.checkout.tell({ phase: 'ready', attempt: null, action: null, decision: null, failure: null, problem: null });
      await tag.updateComplete;
      tag.focus();
      if (focused() === 'nothing' || focused() === 'body') return 'the form has no focus to lose';
      tag.checkout.tell(state);
      for (let looks = 0; looks < 100 && focused() !== 'heading'; looks += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return focused();
    });
  }
}

export const test = base.extend<{ gallery: Gallery }>({
  gallery: async ({ page }, use) => use(new Gallery(page)),
});
