import { encode } from 'uqr';

/** Modules of quiet around the code (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

export interface QrDrawing {
  /** Modules along each side, quiet ones included. */
  size: number;
  /** One path of horizontal runs: a code of any size is one element. */
  path: string;
}

/** The code of a content; `null` when no code can hold it. */
export function drawQr(content: string): QrDrawing | null {
  // What is too long with a usual share of correction may fit with the least.
  for (const ecc of ['M', 'L'] as const) {
    try {
      const { data, size } = encode(content, { ecc, border: QUIET_ZONE });
      return {
        size,
        path: data
          .map((row, y) =>
            runsOf(row)
              .map(([x, length]) => run(x, y, length))
              .join(''),
          )
          .join(''),
      };
    } catch {
      // Longer than any code can be.
    }
  }
  return null;
}

const run = (x: number, y: number, length: number) => `M${x} ${y}h${length}v1h-${length}z`;

/** Where the dark runs of a row begin, and how long they are. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
