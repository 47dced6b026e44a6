import type { Appearance } from './appearance.js';

/** What an appearance says in one word each, and an attribute too. */
export const words = ['theme', 'look', 'labels', 'inputs', 'layout'] as const;

type Host = Pick<HTMLElement, 'style'> & Record<(typeof words)[number], string>;

/** The custom property of a design token. */
export function propertyOf(variable: string): string {
  return `--florin-${variable.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Puts an appearance on its tag before the first paint. It goes as it came: what was there before it is there again.
 * Whether its names are right is said later (`finished-appearance.ts`).
 */
export class WornAppearance {
  /** What the attributes say by themselves, and what stands in them. */
  private readonly own: Partial<Host> = {};
  private readonly put: Partial<Host> = {};
  private properties: string[] = [];

  constructor(private readonly host: Host) {}

  /** At each update: an attribute may have been written meanwhile. */
  putWords(appearance: Appearance | null): void {
    const { host, own, put } = this;
    for (const name of words) {
      if (host[name] !== put[name]) own[name] = host[name];
      host[name] = put[name] = appearance?.[name] || (own[name] ?? '');
    }
  }

  putVariables(appearance: Appearance | null): void {
    const { style } = this.host;
    for (const property of this.properties) style.removeProperty(property);
    this.properties = Object.entries(appearance?.variables ?? {}).map(([name, value]) => {
      const property = propertyOf(name);
      style.setProperty(property, value);
      return property;
    });
  }
}
