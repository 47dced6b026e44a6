const said = new Set<string>();

/** Tells the page's author once, however often the tag is drawn, which tag it is. Never holds a secret or a digit of a card. */
export function warnOnce(message: string, tag = 'florin-checkout'): void {
  if (said.has(message)) return;
  said.add(message);
  // oxlint-disable-next-line no-console -- the console is where a page's author looks
  console.warn(`${tag}: ${message}`);
}
