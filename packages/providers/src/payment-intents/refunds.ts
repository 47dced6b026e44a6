import { isObject } from '../json.js';
import type { NativeAmount, Reading } from '../provider.js';
import { totalOf } from '../reversals.js';

/**
 * What an answer about the availability of refunds says of those that were made: the intent itself tells no amount. Its
 * documentation and its own client differ in the `unit`.
 */
export function readRefunded(payload: unknown, unit: 'major' | 'minor', currency: string): Pick<Reading, 'refunded'> {
  const data = isObject(payload) && isObject(payload['data']) ? payload['data'] : {};
  const said = data['refunded_amount'];
  const amount = isObject(said) ? said : { value: said };
  const total = totalOf(amount['value']);
  const isOther = typeof amount['currency'] === 'string' && amount['currency'] !== currency;
  if (total === undefined || isOther) return {};
  const refunded: NativeAmount = unit === 'major' ? { major: total } : { minor: total };
  return { refunded };
}
