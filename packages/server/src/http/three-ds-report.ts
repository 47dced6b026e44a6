import type { ServerContext } from '../server-context.js';

/** What the page around a frame of 3-D Secure is told, and who may be told. */
export function reportOf({ publicUrl, origins }: Pick<ServerContext, 'publicUrl' | 'origins'>, nonce: string) {
  return { report: { type: 'florin:three-ds', nonce }, targets: [...new Set([new URL(publicUrl).origin, ...origins])] };
}

export function isNonce(text: string): boolean {
  return /^[\w-]{16,128}$/.test(text);
}
