// What the test of the tokens does inside a sheet of the gallery. Playwright sends each function there alone: they share
// what `findPlaces` puts on the page.

interface Place {
  /** Element whose root it is in, and its part: `florin-card input`. */
  name: string;
  element: Element;
  pseudo: string | null;
  /** Where what it inherits comes from. */
  parent: number | undefined;
}

interface Helped {
  tags: HTMLElement[];
  places: Place[];
  properties: string[];
  /** Every value of every place, one after the other. */
  look(): string[];
  before: string[];
}

/** Finds everything that is drawn on the sheet, and the properties in which its styles use a custom property at all. */
export function findPlaces(isPointedAt: boolean): void {
  const page = globalThis as unknown as Helped;
  const pages = [...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? []);
  const everythingIn = (root: Element): Element[] => [
    root,
    ...[...(root.shadowRoot?.children ?? []), ...root.children].flatMap(everythingIn),
  ];
  page.tags = pages.flatMap(({ body }) => [...body.querySelectorAll<HTMLElement>('main > *')]);
  const elements = page.tags.flatMap(everythingIn).filter((element) => !element.matches('slot, style, option'));
  const roots = new Set(elements.flatMap(({ shadowRoot }) => shadowRoot ?? []));

  const properties = new Set<string>();
  // A shorthand names more than a token can say.
  const canHold =
    /color|width|height|radius|padding|margin|gap|shadow|^(fill|stroke|inset|top|right|bottom|left)|family|font-(size|weight)$|spacing|duration|timing|opacity|basis|offset/;
  // Of `padding-inline-start` and `padding-left`, which are the same here, one is enough.
  const physical = (name: string) =>
    name
      .replace(
        /^(border|padding|margin|inset)-(block|inline)-(start|end)/,
        (_, property: string, axis: string, side: string) => {
          const sides = axis === 'block' ? ['top', 'bottom'] : ['left', 'right'];
          return `${property}-${side === 'start' ? sides[0] : sides[1]}`;
        },
      )
      .replace(/^inset-/, '')
      .replace('block-size', 'height')
      .replace('inline-size', 'width');
  const read = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      const { style, cssRules } = rule as CSSStyleRule;
      for (const name of style ?? []) {
        const value = style.getPropertyValue(name);
        // A shorthand with var() in it has its longhands without a value.
        const isOurs = !name.startsWith('--') && !name.startsWith('border-image');
        if (isOurs && canHold.test(physical(name)) && (value === '' || value.includes('var(')))
          properties.add(physical(name));
      }
      if (cssRules) read(cssRules);
    }
  };
  const copies = new Map<CSSStyleSheet, CSSStyleSheet>();
  for (const root of roots) {
    for (const { cssRules } of root.adoptedStyleSheets) read(cssRules);
    for (const animation of root.getAnimations()) animation.cancel();
    if (!isPointedAt) continue;
    root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => {
      const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
      const made =
        copies.get(sheet) ?? new (root.ownerDocument.defaultView as Window & typeof globalThis).CSSStyleSheet();
      // As if the pointer and the focus were everywhere; `:not(.x-y)` counts as much, and `:where()` nothing.
      const pointed = text
        .replace(/:(?:hover|focus-within)\b/g, ':not(.x-y)')
        .replace(/:(?:focus-visible|focus)\b/g, ':not(.x-y):where(a, button, input, select, textarea, [tabindex])');
      if (!copies.has(sheet)) made.replaceSync(pointed);
      copies.set(sheet, made);
      return made;
    });
  }
  page.properties = [...properties];
  /** What they are is of interest, not only that they are there. */
  const tells = /^(part|class|type|slot|look|labels|inputs|layout|phase|method|aria-invalid)$/;

  const nameOf = (element: Element): string => {
    const { host } = element.getRootNode() as ShadowRoot;
    const own = element.getAttribute('part')?.split(' ')[0] ?? element.classList[0] ?? element.localName;
    return host ? `${host.localName} ${own}` : element.localName;
  };
  // Of those that stand at the same place in the same state, the first tells for all.
  const paths = new Map<Element, string>();
  const met = new Map<string, number>();
  page.places = [];
  for (const element of elements) {
    const above =
      element.assignedSlot?.parentElement ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
    const over = above ? paths.get(above) : undefined;
    const attributes = [...element.attributes].map(({ name, value }) => (tells.test(name) ? `${name}=${value}` : name));
    const state = [':checked', ':disabled', ':placeholder-shown'].filter((selector) => element.matches(selector));
    const path = [over, element.localName, ...attributes, ...state].join(' ');
    paths.set(element, path);
    if (met.has(path)) continue;
    const name = nameOf(element);
    const parent = over === undefined ? undefined : met.get(over);
    met.set(path, page.places.length);
    page.places.push({ name, element, pseudo: null, parent });
    const drawn = ['::before', '::after'].filter(
      (pseudo) => !['none', 'normal'].includes(getComputedStyle(element, pseudo).content),
    );
    if (element.matches('input[placeholder]')) drawn.push('::placeholder');
    const own = met.get(path);
    page.places.push(...drawn.map((pseudo) => ({ name: name + pseudo, element, pseudo, parent: own })));
  }

  page.look = () =>
    page.places.flatMap(({ element, pseudo }) => {
      // Of an element what is computed, not what it comes to: what stands beside a wider one is not changed itself.
      if (pseudo === null) {
        const map = element.computedStyleMap();
        return page.properties.map((name) => String(map.get(name)));
      }
      const style = getComputedStyle(element, pseudo);
      return page.properties.map((name) => style.getPropertyValue(name));
    });
  page.before = page.look();
}

/** Gives one token a value, the others what they come to anyway, and tells where that is seen: place → properties. */
export function placesOf({ token, value, others }: { token: string; value: string; others: readonly string[] }) {
  const { tags, places, properties, look, before } = globalThis as unknown as Helped;
  for (const tag of tags) {
    const style = getComputedStyle(tag);
    for (const [name, kept] of others.map((other) => [other, style.getPropertyValue(`--_${other}`)] as const))
      if (kept) tag.style.setProperty(`--florin-${name}`, kept);
    tag.style.setProperty(`--florin-${token}`, value);
  }
  const after = look();
  for (const tag of tags) for (const name of [token, ...others]) tag.style.removeProperty(`--florin-${name}`);

  const count = properties.length;
  const text = properties.indexOf('color');
  const comesDown = /^(color|fill|stroke|font-|line-height|letter-spacing|accent-color)/;
  const changed = (place: number, property: number) =>
    before[place * count + property] !== after[place * count + property];
  const found: Record<string, Set<string>> = {};
  places.forEach(({ name, parent }, place) => {
    properties.forEach((property, index) => {
      if (!changed(place, index)) return;
      // What is of the text's colour is shown by the text.
      const isTexts = (looks: string[]) => looks[place * count + index] === looks[place * count + text];
      if (index !== text && changed(place, text) && isTexts(before) && isTexts(after)) return;
      // What has only come down from above is shown there.
      const inherits =
        comesDown.test(property) &&
        parent !== undefined &&
        changed(parent, index) &&
        after[parent * count + index] === after[place * count + index] &&
        before[parent * count + index] === before[place * count + index];
      if (!inherits) (found[name] ??= new Set()).add(property);
    });
  });
  const sides = ['top', 'right', 'bottom', 'left'];
  const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];
  const short = (names: Set<string>): string[] => {
    for (const [whole, longhands] of [
      ...['color', 'width', 'style'].map(
        (what) => [`border-${what}`, sides.map((side) => `border-${side}-${what}`)] as const,
      ),
      ['border-radius', corners.map((corner) => `border-${corner}-radius`)] as const,
      ...['padding', 'margin'].map((what) => [what, sides.map((side) => `${what}-${side}`)] as const),
      ['gap', ['row-gap', 'column-gap']] as const,
    ])
      if (longhands.every((name) => names.has(name))) {
        for (const name of longhands) names.delete(name);
        names.add(whole);
      }
    return [...names];
  };
  return Object.fromEntries(Object.entries(found).map(([name, names]) => [name, short(names)]));
}
