/** ms: the longest pause between two tries. */
const LONGEST_PAUSE = 10_000;

/**
 * Fetches a part of the code, and again when it was lost on the way: a form must not stop at it. `null` once nobody wants
 * it any more. (Until HTML's change of 2024 a browser may keep the failure of an `import()`; there only a reload helps.)
 */
export async function untilLoaded<Part>(
  load: () => Promise<Part>,
  isWanted: () => boolean = () => true,
): Promise<Part | null> {
  for (let round = 1; isWanted(); round += 1) {
    try {
      const part = await load();
      return isWanted() ? part : null;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, Math.min(1000 * round, LONGEST_PAUSE));
      });
    }
  }
  return null;
}
