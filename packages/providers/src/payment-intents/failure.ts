import { reasonOfCategory, reasons, type Failure } from '@florin/contract';
import { codes } from './codes.js';
import { isObject, textOf } from './json.js';

/** An undisclosed reason is told apart here: hiding it is done by whoever speaks to the customer. */
export function describeFailure(value: string, statedCategory?: string, message: string | null = null): Failure {
  const listed = codes.get(value);
  const reason = listed?.reason ?? reasonOfCategory(statedCategory ?? '');
  const entry = reasons[reason];
  return {
    code: { value, category: statedCategory ?? listed?.category ?? entry.category, message },
    reason,
    recovery: entry.recovery,
    ...('field' in entry && { field: entry.field }),
    disclose: entry.disclose,
  };
}

/** `failure.code` is an object; older pages of the provider print it as a plain string. */
export function readFailure(native: unknown): Failure | null {
  if (!isObject(native)) return null;
  const deprecated = textOf(native['message']);
  const code = native['code'];
  if (isObject(code)) {
    const value = textOf(code['value']);
    if (value === undefined) return null;
    return describeFailure(value, textOf(code['category']), textOf(code['message']) ?? deprecated ?? null);
  }
  const value = textOf(code);
  return value === undefined ? null : describeFailure(value, textOf(native['category']), deprecated ?? null);
}
