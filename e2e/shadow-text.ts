import type { Page } from '@playwright/test';

/** The words of a page and of its shadow roots, as they stand: not what is drawn of them. */
export function shadowText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root?.childNodes ?? []), ...node.childNodes].map(words).join('');
    };
    return words(document.body).replace(/\s+/g, ' ').trim();
  });
}
