// What a test of the gallery does inside the page. Playwright sends each function there alone: they share what `prepare`
// puts on the page, and call nothing else of this file.

/** A place where the Tab key stops. */
export interface Stop {
  /** Of the elements of the tag, which one. */
  place: number;
  name: string;
  isFrame: boolean;
  /** It looks otherwise than without the focus. */
  hasVisibleFocus: boolean;
}

interface Helped {
  /** The tag and all that is rendered in it, in the order of the page: shadow roots, and what slots take up. */
  rendered(root: Element): HTMLElement[];
  nameOf(element: Element): string;
  lookOf(element: Element): string;
  looks: Map<Element, string>;
}

/** Puts what the others share on the page. What is shown while a view's code is on the way is no longer rendered, and goes. */
export function prepare(tag: Element): void {
  for (const node of tag.shadowRoot?.querySelector('.view > *')?.childNodes ?? [])
    if (node instanceof Text) node.data = '';
  const page = globalThis as unknown as Helped;
  page.rendered = (root) => {
    const taken = root instanceof HTMLSlotElement ? root.assignedElements() : [];
    const inside = root.shadowRoot?.children ?? (taken.length > 0 ? taken : root.children);
    return [root as HTMLElement, ...[...inside].flatMap(page.rendered)];
  };
  page.nameOf = (element) => {
    const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
    const text = label ?? element.getAttribute('title') ?? element.textContent ?? '';
    return `${element.localName} ${text.replace(/\s+/g, ' ').trim()}`;
  };
  page.lookOf = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
    return outlineStyle === 'none' ? boxShadow + borderColor : outlineStyle + outlineWidth + outlineColor;
  };
}

/** How everything looks while nothing has the focus. */
export function rememberLooks(tag: Element): void {
  const page = globalThis as unknown as Helped;
  document.body.tabIndex = -1;
  document.body.focus();
  page.looks = new Map(page.rendered(tag).map((element) => [element, page.lookOf(element)]));
}

/** `null`: the tag was left. */
export function focusedStop(): Stop | null {
  const { looks, lookOf, nameOf } = globalThis as unknown as Helped;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const place = active ? [...looks.keys()].indexOf(active) : -1;
  if (!active || place === -1) return null;
  // The focus may be drawn around a control: a radio's row, a field's frame.
  const around: Element[] = [];
  for (let element: Element | null = active; element && around.length < 4; element = element.parentElement)
    around.push(element);
  const isFrame = active.localName === 'iframe';
  // A frame shows it further in.
  const hasVisibleFocus = isFrame || around.some((element) => lookOf(element) !== looks.get(element));
  return { place, name: nameOf(active), isFrame, hasVisibleFocus };
}

/** What the Tab key should stop at; of a group of radios one. */
export function controlsIn(tag: Element): string[] {
  const { rendered, nameOf } = globalThis as unknown as Helped;
  const found = rendered(tag).filter(
    (element) =>
      element.matches('a[href], button, input:not([type=hidden]), select, textarea, iframe, [tabindex="0"]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [tabindex="-1"]') &&
      element.closest('[inert], [aria-hidden="true"]') === null,
  );
  const radios = found.filter((element) => element.matches('[type=radio]')) as HTMLInputElement[];
  const isItsGroups = (radio: HTMLInputElement): boolean => {
    const group = radios.filter(({ name, form }) => name === radio.name && form === radio.form);
    return radio === (group.find(({ checked }) => checked) ?? group[0]);
  };
  return found
    .filter((element) => !element.matches('[type=radio]') || isItsGroups(element as HTMLInputElement))
    .map(nameOf);
}

/** What is beside the screen, cut off, or out of reach. */
export function lostIn(tag: Element): string[] {
  const { rendered, nameOf } = globalThis as unknown as Helped;
  // What is only said aloud has no size.
  const isUnseen = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement));
  const elements = rendered(tag).filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !isUnseen(element) &&
      element.getBoundingClientRect().width > 0,
  );
  const problems: string[] = [];
  const cuts = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
  // A field scrolls by itself: it may go on behind a frame, with room for the caret.
  const isFramed = (element: Element) =>
    element.matches('input') && element.parentElement !== null && cuts(element.parentElement);
  if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
  for (const element of elements) {
    const { left, right } = element.getBoundingClientRect();
    if ((left < -1 || right > innerWidth + 1) && !isFramed(element))
      problems.push(`beside the screen: ${nameOf(element)}`);
    // A label that rests in its field ends in an ellipsis, and is whole to whoever listens.
    const endsInEllipsis = getComputedStyle(element.closest('label') ?? element).textOverflow === 'ellipsis';
    const isWhole = element.matches('input, select, textarea, iframe, svg, img') || !cuts(element) || endsInEllipsis;
    if (!isWhole && element.scrollWidth > element.clientWidth + 1 && ![...element.children].some(isFramed))
      problems.push(`cut off: ${nameOf(element)}`);
  }
  for (const control of elements.filter((element) => element.matches('a, button, input, select, h2'))) {
    control.scrollIntoView({ block: 'center' });
    const { top, bottom } = control.getBoundingClientRect();
    const isTaller = bottom - top > innerHeight;
    if (top < -1 || (bottom > innerHeight + 1 && !isTaller)) problems.push(`out of reach: ${nameOf(control)}`);
  }
  return problems;
}
