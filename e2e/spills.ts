// What a test of widths does inside the page, on what `prepare` of gallery-page.ts has put there.

interface Helped {
  rendered(root: Element): HTMLElement[];
}

/** The tag is this wide, and its text this large. */
export interface Size {
  width: number;
  text: string;
}

/** What reaches out of the tag, or does not fit into its own box, at each of these sizes. */
export async function spillsIn(tag: Element, sizes: Size[]): Promise<string[]> {
  const { rendered } = globalThis as unknown as Helped;
  const { style } = document.documentElement;
  const spills: string[] = [];
  for (const { width, text } of sizes) {
    style.setProperty('--width', `${width}px`);
    style.setProperty('font-size', text);
    // Some measure themselves.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const room = tag.getBoundingClientRect();
    const say = (what: string, element: Element) => {
      const name = element.getAttribute('part') ?? element.className;
      spills.push(
        `${width} px, text ${text}: ${what}: ${element.localName} ${name}, ${element.textContent.slice(0, 40)}`,
      );
    };
    if (Math.round(room.width) !== width) say(`${room.width} px wide`, tag);
    const isInField = (element: Element) => {
      const label = element.closest('label');
      return label !== null && getComputedStyle(label).textOverflow === 'ellipsis';
    };
    for (const element of rendered(tag)) {
      // What turns has corners that nobody sees; what is only said aloud, or where a word may break, has no size.
      if (element.matches('.unseen, .spoken, .spinner, wbr')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width: broad } = element.getBoundingClientRect();
      // What is only said aloud; and a label in its field, which ends in an ellipsis and is whole to whoever listens.
      if (broad <= 1 || isInField(element)) continue;
      // A field scrolls what is typed, and a frame goes around it.
      const isFramed = element.matches('input') && element.parentElement?.matches('.boxed') === true;
      if ((left < room.left - 1 || right > room.right + 1) && !isFramed) say('out of the tag', element);
      const isCut = element.scrollWidth > element.clientWidth + 1;
      if (element.matches('[autocomplete~="cc-number"]') && isCut) say('cut off', element);
      if (element.matches('input, select, textarea, iframe, svg, svg *, img, .boxed')) continue;
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline') continue;
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      if (!scrolls(overflowX) && isCut) say('wider than its box', element);
      // A code to copy may be as long as a page; of many marks the last are left out; a box of fields clips its corners.
      if (
        overflowY !== 'visible' &&
        !element.matches('.value, florin-brand-marks, .fields') &&
        !scrolls(overflowY) &&
        element.scrollHeight > element.clientHeight + 1
      )
        say('cut below', element);
    }
  }
  style.removeProperty('font-size');
  return spills;
}
