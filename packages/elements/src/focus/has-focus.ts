/**
 * Whether the focus is in an element. Chromium's `:focus-within` says no while a frame in its shadow root has it, which is
 * where a customer who answers their bank is.
 */
export function hasFocus(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return element.matches(':focus-within') || element.contains(activeElement ?? null);
}
