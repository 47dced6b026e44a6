import type { PlacedPart } from '../checkout/places.js';
import { warnOnce } from '../checkout/warn-once.js';
import { variableNames } from '../theme/token-names.js';
import type { Appearance } from './appearance.js';
import { sheetOf, type Refusal } from './appearance-rules.js';
import { partNames } from './part-names.js';
import { stripeNames, type StripeName } from './stripe-names.js';
import { propertyOf } from './worn-appearance.js';

interface Host extends HTMLElement {
  readonly placed: ReadonlySet<PlacedPart>;
}

const marked = 'data-florin-look';
const known: readonly string[] = variableNames;

let marks = 0;

/** What of an appearance may come after the first paint: names of Stripe's, rules for parts, and what is not right in it. */
export class FinishedAppearance {
  private readonly mark = String((marks += 1));
  private appearance: Appearance | null = null;
  private sheet: CSSStyleSheet | null = null;
  private readonly roots = new Set<DocumentOrShadowRoot>();
  private properties: string[] = [];

  constructor(private readonly host: Host) {}

  /** At each update: a part may have been placed meanwhile. */
  put(appearance: Appearance | null): void {
    if (appearance !== this.appearance) {
      this.remove();
      this.appearance = appearance;
      this.putVariables({ ...appearance?.variables });
      this.sheet = appearance?.rules ? sheetOf(appearance.rules, this.mark, partNames, refuse) : null;
    }
    const { sheet, host } = this;
    if (!sheet) return;
    for (const element of [host, ...host.placed]) {
      element.setAttribute(marked, this.mark);
      const root = element.getRootNode();
      if (!(root instanceof Document || root instanceof ShadowRoot) || this.roots.has(root)) continue;
      this.roots.add(root);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }

  /** The rules go with their tag. */
  remove(): void {
    const { host, sheet } = this;
    for (const root of this.roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    this.roots.clear();
    for (const element of [host, ...host.placed]) element.removeAttribute(marked);
    for (const property of this.properties) host.style.removeProperty(property);
    this.properties = [];
    this.sheet = null;
    this.appearance = null;
  }

  private putVariables(variables: Readonly<Record<string, string>>): void {
    const { style } = this.host;
    for (const [name, value] of Object.entries(variables)) {
      const own = Object.hasOwn(stripeNames, name) ? stripeNames[name as StripeName] : undefined;
      if (own && !Object.hasOwn(variables, own)) {
        const property = propertyOf(own);
        style.setProperty(property, value);
        this.properties.push(property);
      } else if (!own && !known.includes(name))
        warnOnce(`the appearance has no variable "${name}"; see docs/tokens.md.`);
      else if (!style.getPropertyValue(propertyOf(name)))
        warnOnce(`the value of the variable "${name}" of the appearance is no CSS value.`);
    }
  }
}

function refuse({ what, why }: Refusal): void {
  const words = {
    selector: `"${what}" is no part with a pseudo-class, as in "input:focus"`,
    part: `there is no part "${what}"`,
    declaration: `the browser does not take "${what}"`,
  };
  warnOnce(`in the rules of the appearance ${words[why]}.`);
}
