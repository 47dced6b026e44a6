import type { BrowserContext, Fixtures, PlaywrightTestArgs, PlaywrightWorkerArgs } from '@playwright/test';

/**
 * For many short journeys: the tests of a file have one window, each a tab of its own, and what a page is made of is loaded
 * and compiled once. What a test says with `use` of its window (colours, size) is not heard.
 */
export const oneWindow: Fixtures<{}, { window: BrowserContext }, PlaywrightTestArgs, PlaywrightWorkerArgs> = {
  window: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale } = project.use;
      const window = await browser.newContext({ ...(baseURL && { baseURL }), ...(locale && { locale }) });
      await use(window);
      await window.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ window }, use) => {
    await use(window);
    for (const page of window.pages()) await page.close();
    await window.clearPermissions();
    // Nobody is known from before. The shop keeps the language too, which each test says itself.
    await window.clearCookies();
  },
};
