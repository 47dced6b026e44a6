export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  /** A stable name, such as `provider_read_failed`. */
  event: string;
  [field: string]: unknown;
}

/** Receives what happened. Entries never hold card data, secrets or bodies. */
export type Log = (entry: LogEntry) => void;

/** Problems go to standard error as JSON lines: a kit that says nothing by default hides trouble. */
export const logProblems: Log = (entry) => {
  // oxlint-disable-next-line no-console
  if (entry.level !== 'info') console.error(JSON.stringify(entry));
};

/**
 * What may be written down about something thrown. Not its message: that of a JSON or SQL error repeats
 * what it was given, and what it was given may be a card.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    stack: frames.map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}
