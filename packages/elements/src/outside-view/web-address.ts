/** The address of a page of the web; `null` for anything else: a script in its place would run as the page's own. */
export function webAddress(url: string): URL | null {
  try {
    const address = new URL(url);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/** Whose page it is, to stand in a sentence of any direction. Names in other scripts stay in their ASCII form: they can look like others. */
export function hostIn({ host }: URL): string {
  return `\u2066${host}\u2069`;
}
