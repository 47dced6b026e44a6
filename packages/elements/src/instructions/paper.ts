import { adoptStyles, css, render, type CSSResult } from 'lit';
import { linesStyles } from './instructions.styles.js';

const TAG = 'florin-paper';

/** On paper there is this and nothing else of the page, whatever the page's own rules are. */
const aroundIt = css`
  @media print {
    body:not(#\\0) {
      display: block !important;
      block-size: auto !important;
      overflow: visible !important;
    }
    body:not(#\\0) > :not(florin-paper) {
      display: none !important;
    }
  }
`;

const itself = css`
  :host {
    --_spacing-block: 16px;
    --_color-text-secondary: #444;
    display: none !important;
    color: #000;
    font: 12pt/1.5 system-ui, sans-serif;
  }
  @media print {
    :host {
      display: block !important;
    }
  }
`;

/**
 * Prints some content alone. A frame of its own would do so too, but phones print the page around a frame, or nothing
 * once it is gone; a style element or attribute would need the page's policy to be loose.
 */
export class Paper {
  private sheet: HTMLElement | null = null;

  print(content: unknown, language: string, direction: string): void {
    this.clear();
    const sheet = document.createElement(TAG);
    sheet.lang = language;
    sheet.dir = direction;
    const root = sheet.attachShadow({ mode: 'open' });
    adoptStyles(root, [itself, linesStyles]);
    render(content, root);
    document.body.append(sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOf(aroundIt)];
    this.sheet = sheet;
    // A phone draws its preview after `print` has returned, and again for each printer: it is all there until the
    // customer does something in the page.
    for (const name of ['pointerdown', 'keydown']) addEventListener(name, this.clear, { capture: true });
    print();
  }

  clear = (): void => {
    this.sheet?.remove();
    this.sheet = null;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== sheetOf(aroundIt));
    for (const name of ['pointerdown', 'keydown']) removeEventListener(name, this.clear, { capture: true });
  };
}

const sheetOf = (styles: CSSResult) => styles.styleSheet as CSSStyleSheet;
