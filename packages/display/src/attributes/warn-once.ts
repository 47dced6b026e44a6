const said = new Set<string>();

/**
 * Tells the page's author once what is not right with a tag; on a server once in each drawing, which has modules of its own.
 * Never throws, and never holds a secret.
 */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  // A page may live for days, and say something else each time: what was said is not kept for ever.
  if (said.size >= 100) said.clear();
  said.add(message);
  // oxlint-disable-next-line no-console -- the console is where a page's author looks
  console.warn(message);
}
