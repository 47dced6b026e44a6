import type { LogEntry } from '@florin/server';

const told = ['gateway', 'intent', 'attempt', 'attempts', 'outcome', 'code', 'error', 'reference'];

/** A problem in one line. Where in the code it was thrown helps nobody who tries the shop; `npm run dev` says that too. */
export function logLine(entry: LogEntry): void {
  if (entry.level !== 'info') console.error(lineOf(entry));
}

function lineOf({ level, event, violations = [], ...fields }: LogEntry): string {
  const said = told.filter((name) => fields[name] !== undefined).map((name) => `${name} ${String(fields[name])}`);
  const where = (violations as { pointer: string; code: string }[]).map(({ pointer, code }) => `"${pointer}" ${code}`);
  return [`${level}: ${event}`, ...said, ...where].join(' · ');
}
