/** A part, and what may follow it: pseudo-classes, or one of two pseudo-elements. */
const allowed = /^([a-z][a-z0-9-]*)((?::[a-z-]+(?:\([^(){}]*\))?)*(?:::(?:placeholder|before|after))?)$/;

/** What makes the browser fetch something, also where it is written with an escape. */
const fetches = /(?:url|src|image|image-set)\(|\\/i;

export interface Refusal {
  /** Selector, and the declaration where that is what was refused. */
  what: string;
  why: 'selector' | 'part' | 'declaration';
}

type Rules = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The rules of an appearance as a style sheet for what bears the mark. Everything is set through the CSSOM: nothing of it
 * is ever read as a style sheet of its own, so that no rule reaches beyond its part.
 */
export function sheetOf(
  rules: Rules,
  mark: string,
  parts: ReadonlySet<string>,
  onRefusal: (refusal: Refusal) => void,
): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const [selector, declarations] of Object.entries(rules)) {
    const style = insert(sheet, selector, mark, parts, onRefusal);
    if (!style) continue;
    // From script anything may come, nothing among it.
    for (const [name, value] of Object.entries(declarations ?? {})) {
      const property = name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      style.setProperty(property, value);
      const taken = style.getPropertyValue(property);
      if (taken && !fetches.test(taken)) continue;
      // A file that is fetched when a field has the focus, or is right, tells another host so.
      style.removeProperty(property);
      onRefusal({ what: `${selector} { ${property}: ${value} }`, why: 'declaration' });
    }
  }
  return sheet;
}

function insert(
  sheet: CSSStyleSheet,
  selector: string,
  mark: string,
  parts: ReadonlySet<string>,
  onRefusal: (refusal: Refusal) => void,
): CSSStyleDeclaration | null {
  const [, part = '', rest = ''] = allowed.exec(selector.trim()) ?? [];
  if (!part) {
    onRefusal({ what: selector, why: 'selector' });
    return null;
  }
  if (!parts.has(part)) onRefusal({ what: part, why: 'part' });
  try {
    const index = sheet.insertRule(`[data-florin-look="${mark}"]::part(${part})${rest} {}`, sheet.cssRules.length);
    return (sheet.cssRules[index] as CSSStyleRule).style;
  } catch {
    onRefusal({ what: selector, why: 'selector' });
    return null;
  }
}
