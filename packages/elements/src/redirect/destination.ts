import type { ActionOf } from '@florin/contract';
import { webAddress } from '../outside-view/web-address.js';

/** Where a redirect leads. */
export interface Destination {
  url: URL;
  /** What is posted there; `null`: it is simply gone to. */
  posted: readonly (readonly [name: string, value: string])[] | null;
}

/** `null`: it is no page of the web. */
export function destinationOf({ url: address, method, params = {} }: ActionOf<'redirect'>): Destination | null {
  const url = webAddress(address);
  if (!url) return null;
  const pairs = Object.entries(params);
  if (method === 'POST') return { url, posted: pairs };
  for (const [name, value] of pairs) url.searchParams.append(name, value);
  return { url, posted: null };
}
