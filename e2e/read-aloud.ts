import type { Page } from '@playwright/test';

/** What stands in the display elements of a page, in the order in which it is read, roots and all; what is hidden is not. */
export function textOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element)) return '';
      if (
        ['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.nodeName) ||
        !node.checkVisibility({ visibilityProperty: true })
      )
        return '';
      const inner = [...(node.shadowRoot ?? node).childNodes].map(read).join('');
      return ['inline', 'inline-block', 'contents'].includes(getComputedStyle(node).display) ? inner : `\n${inner}\n`;
    };
    const tags = 'florin-installments, florin-accepted-methods, florin-payment-status, florin-receipt';
    return [...document.querySelectorAll(tags)].map((element) =>
      read(element)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n'),
    );
  });
}
