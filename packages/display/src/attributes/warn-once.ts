const said = new Set<string>();

/** Tells the page's author once what is not right with a tag. Never throws, and never holds a secret. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  // A server draws for a long time: what it has said is not kept for ever.
  if (said.size >= 100) said.clear();
  said.add(message);
  // oxlint-disable-next-line no-console -- the console is where a page's author looks
  console.warn(message);
}
