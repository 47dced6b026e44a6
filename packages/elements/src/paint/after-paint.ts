/** ms after which a page that is not painted at all, in a hidden tab, is not waited for any longer. */
const LONGEST_WAIT = 250;

/** Resolves once what stands in the page now has been painted: what is heavy and not needed for it comes after. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
