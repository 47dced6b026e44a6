import { brandName, drawMark, schemeOf, type MarkDrawing } from '@florin/core/brand-mark';

/** A way to pay, as it is shown. */
export interface AcceptedMark {
  name: string;
  /** A scheme's. Any other name is written in the page's own letters: no guess at a font's would do every script justice. */
  drawing?: MarkDrawing;
}

/** The marks of a list with commas in it, each once. A scheme is known by its id and by its name. */
export function marksOf(methods: string): AcceptedMark[] {
  const marks = new Map<string, AcceptedMark>();
  for (const word of methods.split(',').map((each) => each.trim().replace(/\s+/g, ' '))) {
    if (!word) continue;
    const mark = markOf(word);
    // What comes first says how it is written.
    const key = mark.name.toLowerCase();
    if (!marks.has(key)) marks.set(key, mark);
  }
  return [...marks.values()];
}

function markOf(word: string): AcceptedMark {
  const scheme = schemeOf(word);
  if (scheme !== undefined) return { name: brandName(scheme), drawing: drawMark(scheme) };
  // Nobody is called so: it is an id, such as `apple_pay`.
  return { name: word.includes('_') ? brandName(word) : word };
}
