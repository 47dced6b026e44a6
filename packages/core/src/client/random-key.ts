/** 128 random bits in hexadecimal. Not `crypto.randomUUID`: that one is missing on pages that are not secure contexts. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
