// Written out so that every bundler sees one chunk per element.
const elements = {
  'florin-accepted-methods': () => import('../define/accepted-methods.js'),
  'florin-installments': () => import('../define/installments.js'),
  'florin-payment-status': () => import('../define/payment-status.js'),
  'florin-receipt': () => import('../define/receipt.js'),
};

/** Registers each element once it is on the page, now or later: its code is fetched then. Answers the way to stop looking. */
export function defineCustomElements(root = document.documentElement) {
  const missing = new Set(Object.keys(elements));
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();

  function look() {
    for (const tag of missing) {
      if (!root.querySelector(tag)) continue;
      missing.delete(tag);
      // What could not be fetched is asked for again when the page changes.
      elements[tag]().catch((error) => {
        missing.add(tag);
        // oxlint-disable-next-line no-console -- the console is where a page’s author looks
        console.warn(`<${tag}> could not be loaded.`, error);
      });
    }
    if (missing.size === 0) observer.disconnect();
  }
}
