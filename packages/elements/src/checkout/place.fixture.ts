import { within } from '@testing-library/dom';
import type { LitElement } from 'lit';

/** Puts an element into the page, as a page's script does. */
export async function place<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: object = {},
  parent: Element = document.body,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  parent.append(element);
  await settled(element);
  return element;
}

export async function settled(element: Element): Promise<void> {
  await (element as LitElement).updateComplete;
}

/** Queries for what stands in an element's shadow root. */
export const inside = (element: Element) => within(element.shadowRoot as unknown as HTMLElement);

/** What can be read on the screen, shadow roots included; not what only a screen reader meets. */
export function seen(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(seen).join(' ');
  if (
    node instanceof Element &&
    (!node.checkVisibility({ visibilityProperty: true }) || node.matches('style, .unseen'))
  )
    return '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return [...children]
    .map(seen)
    .join(' ')
    .replace(/[\s\u2066-\u2069]+/g, ' ')
    .trim();
}

/** The details of every event of a name that the element sends from now on. */
export function heard<Detail>(element: EventTarget, name: string): Detail[] {
  const details: Detail[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
