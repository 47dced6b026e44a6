/** An element that the page's own HTML holds. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return element as Type;
}

/** Runs after the page is on screen: the first use of `Intl` is dear on a slow phone. */
export function afterPaint(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}
