/** Words, or the edge of a field, with the two colours that are painted there. */
export interface Painted {
  what: string;
  kind: 'words' | 'shapes';
  front: string;
  back: string;
  ratio: number;
}

/**
 * What is read less well than AA asks in a page with one tag, from the colours that a canvas makes of the computed ones.
 * It runs in the page, and knows nothing of tokens.
 */
export function lowContrastIn(tag: Element): Painted[] {
  const page = tag.ownerDocument;
  const view = page.defaultView ?? window;
  const context = Object.assign(page.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  const probe = page.createElement('span');
  probe.style.color = 'Canvas';
  page.body.append(probe);
  const canvas = view.getComputedStyle(probe).color;
  probe.remove();
  const found = new Map<string, Painted>();
  const seen = new Map<string, number[]>();

  const flatten = (layers: readonly string[]): number[] => {
    const key = layers.join('|');
    const known = seen.get(key);
    if (known || !context) return known ?? [];
    for (const layer of [canvas, ...layers]) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const pixel = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    seen.set(key, pixel);
    return pixel;
  };
  const luminance = (pixel: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = pixel.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const hex = (pixel: readonly number[]) => `#${pixel.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const above = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof view.ShadowRoot ? root.host : null);
  };
  const ground = (element: Element | null): string[] => {
    const layers: string[] = [];
    for (let each = element; each; each = above(each)) layers.unshift(view.getComputedStyle(each).backgroundColor);
    return layers;
  };
  const look = (what: string, kind: Painted['kind'], front: string, behind: readonly string[]): void => {
    const back = flatten(behind);
    const pixel = flatten([...behind, front]);
    const [one, other] = [luminance(pixel), luminance(back)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio >= (kind === 'words' ? 4.5 : 3)) return;
    found.set(`${kind} ${hex(pixel)} ${hex(back)}`, { what, kind, front: hex(pixel), back: hex(back), ratio });
  };
  const isRead = (element: Element): boolean => {
    const { inlineSize, blockSize } = view.getComputedStyle(element);
    const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return (
      isSeen && inlineSize !== '1px' && blockSize !== '1px' && !element.closest('[aria-disabled=true], :disabled, svg')
    );
  };
  const visit = (element: Element): void => {
    if (element instanceof view.HTMLElement && isRead(element)) {
      const style = view.getComputedStyle(element);
      const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.textContent?.trim());
      const value = element instanceof view.HTMLInputElement && /text|tel|email/.test(element.type) && element.value;
      const words = text?.textContent?.trim() ?? value;
      if (words) look(words.slice(0, 40), 'words', style.color, ground(element));
      const isEdge = element.matches('.control, [part~="control"]') && Number.parseFloat(style.borderTopWidth) > 0;
      if (isEdge) look(`edge of ${element.className}`, 'shapes', style.borderTopColor, ground(above(element)));
    }
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) visit(child);
  };
  visit(tag);
  return [...found.values()];
}
