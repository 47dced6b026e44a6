/** What a page shows: drawn by the server first, and again by the page's script when something has changed. */
export interface PageView {
  /** By the id of the element that they stand in. */
  texts: Readonly<Record<string, string>>;
  /** Whether an element is there at all. */
  shown: Readonly<Record<string, boolean>>;
  /** Where links lead. */
  links?: Readonly<Record<string, string>>;
}
