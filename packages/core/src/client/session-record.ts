/** The part of `Storage` that a page lends. */
export interface SessionStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What a reload needs to know of a payment in progress. Never card data, never the secret. */
export interface SessionRecord {
  key: string;
  attempt: string | null;
}

/** A store may be full, forbidden or broken: paying goes on without it. */
export function createSessionRecord(store: SessionStore | undefined, intent: string) {
  const name = `florin:${intent}`;
  return {
    read(): SessionRecord | undefined {
      try {
        const value: unknown = JSON.parse(store?.getItem(name) ?? 'null');
        return isRecord(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write(record: SessionRecord): void {
      attempt(() => store?.setItem(name, JSON.stringify(record)));
    },
    clear(): void {
      attempt(() => store?.removeItem(name));
    },
  };
}

function isRecord(value: unknown): value is SessionRecord {
  const record = value as Partial<SessionRecord> | null;
  return typeof record?.key === 'string' && (record.attempt === null || typeof record.attempt === 'string');
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Private modes throw here. Without a record a reload resumes from the backend alone.
  }
}
