/** What a name in an address says. */
export const wordsOf = (name: string): string => name.replaceAll('_', ' ');
