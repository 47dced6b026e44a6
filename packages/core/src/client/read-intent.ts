import { Intent, parse } from '@florin/contract';
import { broken, type Answer } from './exchange.js';
import type { NativeOptions, NativeReader, Relayed } from './native-payload.js';

/**
 * Reads what a backend says of the intent, by whatever call: in the contract's words, or in those of the provider that
 * it relays. What reads the latter is loaded when the first such answer comes, so that nobody else pays for it.
 */
export function createIntentReader(options: NativeOptions) {
  let native: NativeReader | null = null;

  return async function readIntent(json: unknown): Promise<Answer<Intent>> {
    const parsed = parse(Intent, json);
    if (parsed.ok)
      return parsed.value.id === options.intent
        ? { value: parsed.value }
        : // An answer about another payment is none.
          broken([{ pointer: '/id', code: 'other_intent' }]);
    if (!isRelayed(json)) return broken(parsed.violations);
    const { createNativeReader } = await import('./native-payload.js');
    native ??= createNativeReader(options);
    return native(json);
  };
}

function isRelayed(json: unknown): json is Relayed {
  if (typeof json !== 'object' || json === null || !('provider' in json)) return false;
  return 'payload' in json || 'intent' in json;
}
