import type { Context } from 'hono';

/** A posted form; one that cannot be read has no fields. Only text is taken: these pages send no files. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const form = await c.req.parseBody().catch(() => ({}));
  for (const [name, value] of Object.entries(form)) if (typeof value === 'string') fields[name] = value;
  return fields;
}
