import type { Locator, Page } from '@playwright/test';

/** What moved without having been pressed for, and how far of the screen. */
export interface Shift {
  value: number;
  moved: string[];
}

/** Where a part of the tag stands on the page. */
export interface Place {
  name: string;
  left: number;
  top: number;
}

interface Source {
  node: Node | null;
  previousRect: DOMRectReadOnly;
  currentRect: DOMRectReadOnly;
}
type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: Source[] };

/** A phone of some years ago on a slow line. */
export async function slowDown(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const throughput = (1.6 * 1024 * 1024) / 8;
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Writes down each shift from the first paint on. Ask before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element ? `${element.localName}.${element.className}` : 'something in the tag';
          return `${name}: ${place(previousRect)} → ${place(currentRect)}`;
        });
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved since the last look, once two frames are painted. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (globalThis as unknown as { shifts: Shift[] }).shifts.splice(0);
  });
}

/** Every part that can be seen, in all roots of the tag. */
export function placesIn(tag: Locator): Promise<Place[]> {
  return tag.evaluate((element) => {
    const within = (root: Element): Element[] => [
      root,
      ...[...(root.shadowRoot?.children ?? []), ...root.children].flatMap(within),
    ];
    return within(element)
      .filter((part) => part.hasAttribute('part') && part.checkVisibility() && part.getBoundingClientRect().height > 0)
      .map((part) => {
        const { left, top } = part.getBoundingClientRect();
        return { name: part.getAttribute('part') ?? '', left: Math.round(left), top: Math.round(top + scrollY) };
      });
  });
}
