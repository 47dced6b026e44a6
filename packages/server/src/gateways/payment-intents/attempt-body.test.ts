import type { MethodInput } from '@florin/contract';
import { expect, it } from 'vitest';
import type { StartRequest } from '../../gateway.js';
import type { OfferedMethod } from '../../intent-record.js';
import { attemptBody } from './attempt-body.js';

const bodyOf = (option: OfferedMethod, input: MethodInput) => attemptBody({ option, input } as StartRequest);
const phone = '+22997123456';
const momo: OfferedMethod = {
  type: 'mobile_money',
  code: 'momo',
  operators: [{ id: 'momo_mtn', label: 'MTN', country: 'BJ' }],
};

it.each<[string, OfferedMethod, MethodInput, object]>([
  ['a method under its own name', { type: 'qr' }, { type: 'qr' }, { method_code: 'qr' }],
  [
    'one under the provider’s name, where and for whom',
    { type: 'redirect', code: 'bank_a' },
    { type: 'redirect', code: 'bank_a', country: 'BJ', phone },
    { method_code: 'bank_a', country: 'BJ', phone: { number: phone, country: 'BJ' } },
  ],
  [
    'one of everywhere',
    { type: 'approval', code: 'app_a' },
    { type: 'approval', phone },
    { method_code: 'app_a', phone: { number: phone } },
  ],
  [
    'a voucher',
    { type: 'instructions', code: 'cash' },
    { type: 'instructions', country: 'BJ' },
    { method_code: 'cash', country: 'BJ' },
  ],
  [
    'an operator, in its own country',
    momo,
    { type: 'mobile_money', operator: 'momo_mtn', phone },
    { method_code: 'momo_mtn', country: 'BJ', phone: { number: phone, country: 'BJ' } },
  ],
])('starts %s', (_, option, input, body) => {
  expect(bodyOf(option, input)).toEqual(body);
});
