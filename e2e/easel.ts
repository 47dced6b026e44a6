import { test as base, type Page } from '@playwright/test';

/** What a picture is of. Settings are those of the gallery's addresses. */
export interface Subject {
  sheet: string;
  columns: number;
  settings: { locale: string; theme: string; width?: string };
}

/** Margins of a page in a frame and the frame's border; the sheet's margins, and what parts its columns. */
const beside = { frame: 34, sheet: 32, columns: 16 };

/** Where the gallery's sheets are put to be looked at. */
export class Easel {
  constructor(readonly page: Page) {}

  async put({ sheet, columns, settings }: Subject): Promise<void> {
    const column = Number(settings.width ?? 900) + beside.frame;
    const width = beside.sheet + columns * column + (columns - 1) * beside.columns;
    await this.page.setViewportSize({ width, height: 900 });
    // Whoever had the page before may have asked for motion.
    await this.page.emulateMedia({ reducedMotion: 'reduce' });
    await this.page.goto(`/gallery?${new URLSearchParams({ sheet, ...settings, font: 'fixed' })}`);
    await this.page.locator('html[data-ready]').waitFor({ state: 'attached' });
  }
}

export const test = base.extend<object, { easel: Easel }>({
  // One page for all pictures of a worker: the gallery's code is loaded and compiled once.
  easel: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = '' } = project.use;
      // Dates are written in the browser's zone.
      const context = await browser.newContext({ baseURL, locale, timezoneId: 'UTC', reducedMotion: 'reduce' });
      await use(new Easel(await context.newPage()));
      await context.close();
    },
    { scope: 'worker' },
  ],
});
