/** The child of a checkout that an element stands in, through what the page has in between. `null`: it is not this checkout's. */
export function childAround(checkout: Element, element: Element): Element | null {
  let node: (Element & { host?: Element }) | null = element;
  // One that stands in another has its own parts, and what it draws is its own.
  while (node && node.localName !== checkout.localName) {
    if (node.parentNode === checkout) return node;
    node = (node.assignedSlot ?? node.parentNode ?? node.host ?? null) as Element | null;
  }
  return null;
}
