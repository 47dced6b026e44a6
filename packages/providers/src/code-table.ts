import { reasonOfCategory, reasons, type Category, type Failure, type Reason } from '@florin/contract';

export interface CodeEntry {
  reason: Reason;
  /** Only where it differs from the category that the reason has by default. */
  category?: Category;
}

/** Another spelling of a code: old, deprecated, or a second name of the same thing. */
export interface CodeAlias {
  sameAs: string;
}

/** Native code → what it means. What a payments person reads and corrects. */
export type CodeTable = Readonly<Record<string, CodeEntry | CodeAlias>>;

/** What a payload says of a failure beside its code. */
export interface StatedFailure {
  /** Wins over the table's: the provider knows who is to blame this time. */
  category?: string | undefined;
  /** Written for the merchant. */
  message?: string | null | undefined;
}

export interface Codes {
  readonly names: readonly string[];
  /** By its own spelling; else without regard to case, where a name in lower case goes before others. */
  find(code: string): CodeEntry | undefined;
  /** The code that this one is another spelling of. */
  aliasOf(code: string): string | undefined;
  /** A code that no table lists is explained by the category that the payload states, else as a plain decline. */
  describe(code: string, stated?: StatedFailure): Failure;
}

/** `beyond` explains what the table does not list: the codes of a platform that a brand runs on. */
export function codesOf(table: CodeTable, beyond?: Codes): Codes {
  const entries = new Map(Object.entries(table));
  const folded = new Map<string, string>();
  for (const name of entries.keys()) {
    const key = name.toLowerCase();
    if (!folded.has(key) || name === key) folded.set(key, name);
  }

  function find(code: string): CodeEntry | undefined {
    const entry = entries.get(code) ?? entries.get(folded.get(code.toLowerCase()) ?? '');
    return entry && 'sameAs' in entry ? find(entry.sameAs) : (entry ?? beyond?.find(code));
  }

  return {
    names: [...entries.keys()],
    find,
    aliasOf(code) {
      const entry = entries.get(code);
      return entry && 'sameAs' in entry ? entry.sameAs : undefined;
    },
    describe(code, { category, message = null } = {}) {
      const listed = find(code);
      const reason = listed?.reason ?? reasonOfCategory(category ?? '');
      const entry = reasons[reason];
      return {
        code: { value: code, category: category ?? listed?.category ?? entry.category, message },
        reason,
        recovery: entry.recovery,
        ...('field' in entry && { field: entry.field }),
        // Hiding an undisclosed reason is done by whoever speaks to the customer.
        disclose: entry.disclose,
        ...(!listed && { unlisted: true }),
      };
    },
  };
}
