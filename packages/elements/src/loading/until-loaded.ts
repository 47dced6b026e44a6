/** ms: the longest pause between two tries. */
const LONGEST_PAUSE = 10_000;

/** Fetches a part of the code, and again when it was lost on the way: a form must not stop at it. `null` once nobody wants it any more. */
export async function untilLoaded<Part>(
  load: () => Promise<Part>,
  isWanted: () => boolean = () => true,
): Promise<Part | null> {
  for (let round = 1; isWanted(); round += 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, Math.min(1000 * round, LONGEST_PAUSE));
      });
    }
  }
  return null;
}
