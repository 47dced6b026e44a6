const NAME = 'florin:answered';
/** More than one visit needs. */
const KEPT = 20;

/** In this very page. */
const here = new Set<string>();

/**
 * Notes that a plug-in has answered: one that is run again unasked might pay a second time. Kept for a reload too, without
 * what was answered.
 */
export function noteAnswered(key: string): void {
  here.add(key);
  try {
    sessionStorage.setItem(NAME, JSON.stringify([...readKept(), key].slice(-KEPT)));
  } catch {
    // Forbidden, or full: this page knows all the same.
  }
}

/** `before`: by the page that was here before a reload, which may not have heard what came of it. */
export function answeredIn(key: string): 'here' | 'before' | null {
  if (here.has(key)) return 'here';
  return readKept().includes(key) ? 'before' : null;
}

function readKept(): unknown[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
