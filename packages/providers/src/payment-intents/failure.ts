import type { Failure } from '@florin/contract';
import { isObject, textOf } from '../json.js';
import { codes } from './codes.js';

/** `failure.code` is an object; older pages of the provider print it as a plain string. */
export function readFailure(native: unknown): Failure | null {
  if (!isObject(native)) return null;
  const deprecated = textOf(native['message']);
  const code = native['code'];
  const { value, category, message } = isObject(code)
    ? { value: textOf(code['value']), category: textOf(code['category']), message: textOf(code['message']) }
    : { value: textOf(code), category: textOf(native['category']), message: undefined };
  return value === undefined ? null : codes.describe(value, { category, message: message ?? deprecated });
}
