import { breadthOf, linesOf } from './mark-lines.js';

/** In units of the drawing, which has the shape of a card. */
export const MARK_HEIGHT = 22;
const WIDTH = 34;
const PADDING = 3;
/** The largest letters of one line and of two; the smallest that are still read. */
const LARGEST = [11, 8.5];
const SMALLEST = 6;

/** A card with the name of a scheme on it, in its own units. */
export interface MarkDrawing {
  width: number;
  /** Of the letters. */
  size: number;
  /** Each stands on `y`, in the middle of the width, and is made as long as `length`, whatever the font. */
  lines: { text: string; y: number; length: number }[];
}

/** The mark of a brand: schemes' own logos are theirs to license. */
export function drawMark(brand: string): MarkDrawing {
  const lines = linesOf(brand);
  const longest = Math.max(...lines.map(breadthOf));
  // Many letters are smaller ones; a very long name makes the mark wider.
  const largest = LARGEST[lines.length - 1] ?? SMALLEST;
  const size = Math.max(SMALLEST, Math.min(largest, (WIDTH - 2 * PADDING) / longest));
  const width = Math.max(WIDTH, Math.ceil(longest * size + 2 * PADDING));
  const drawn = lines.map((text, index) => ({
    text,
    y: MARK_HEIGHT / 2 + (index - (lines.length - 1) / 2) * (size + 0.5) + size * 0.36,
    length: breadthOf(text) * size,
  }));
  return { width, size, lines: drawn };
}
