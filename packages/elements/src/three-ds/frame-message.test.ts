import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BRIDGE_READY, isMessage, NOTIFICATION } from './frame-message.js';

const source = { name: 'the frame of the challenge' };
const origin = 'https://shop.example';
const nonce = '9f2c1e';
const expected = { source, origin, nonce };
const right = { source, origin, data: { type: NOTIFICATION, nonce } };
const isEnd = (message: Parameters<typeof isMessage>[0], of: Parameters<typeof isMessage>[2] = expected) =>
  isMessage(message, NOTIFICATION, of);

it('is heard from the right frame, origin and challenge', () => {
  expect(isEnd(right)).toBe(true);
  expect(isEnd({ ...right, data: { ...right.data, more: 1 } })).toBe(true);
});

const forgedSource = fc.constantFrom<unknown>(null, undefined, {}, { ...source }, window, 'source');
const forgedOrigin = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    '*',
    'http://shop.example',
    'https://shop.example:8443',
    'https://shop.example/',
    'https://shop.example.evil.example',
    'https://evil-shop.example',
    'HTTPS://SHOP.EXAMPLE',
  ),
  fc.webUrl(),
);
const forgedNonce = fc.oneof(
  fc.constantFrom<unknown>('', '9f2c1', '9f2c1e ', '9F2C1E', null, undefined, 0, [nonce], new String(nonce)),
  fc.string().filter((text) => text !== nonce),
);
const forgedType = fc.oneof(
  fc.constantFrom<unknown>('', 'florin', 'florin:three-ds ', 'FLORIN:THREE-DS', undefined, [NOTIFICATION]),
  fc.string().filter((text) => text !== NOTIFICATION),
);
const forgedData = fc.oneof(
  fc.anything().filter((data) => !(data instanceof Object && 'type' in data && 'nonce' in data)),
  fc.constantFrom<unknown>(NOTIFICATION, nonce, JSON.stringify(right.data), [NOTIFICATION, nonce], null),
  fc.record({ type: forgedType, nonce: fc.constant<unknown>(nonce) }),
  fc.record({ type: fc.constant<unknown>(NOTIFICATION), nonce: forgedNonce }),
);

it('is not heard when anything about it is forged, however right the rest is', () => {
  const message = fc.oneof(
    fc.record({ source: forgedSource, origin: fc.constant(origin), data: fc.constant<unknown>(right.data) }),
    fc.record({ source: fc.constant<unknown>(source), origin: forgedOrigin, data: fc.constant<unknown>(right.data) }),
    fc.record({ source: fc.constant<unknown>(source), origin: fc.constant(origin), data: forgedData }),
    fc.record({ source: forgedSource, origin: forgedOrigin, data: forgedData }),
  );
  fc.assert(
    fc.property(message, (forged) => !isEnd(forged)),
    { numRuns: 1000 },
  );
});

it('is of one type and not of the other', () => {
  const ready = { ...right, data: { type: BRIDGE_READY, nonce } };
  expect([isEnd(ready), isMessage(ready, BRIDGE_READY, expected)]).toEqual([false, true]);
  expect(isMessage(right, BRIDGE_READY, expected)).toBe(false);
});

it('is not heard when it was made in this page: inherited, computed, or by a proxy', () => {
  const throwing = new Proxy(right.data, {
    getOwnPropertyDescriptor() {
      throw new Error('seen');
    },
  });
  const computed = {
    type: NOTIFICATION,
    get nonce() {
      return nonce;
    },
  };
  for (const data of [Object.create(right.data), computed, throwing]) expect(isEnd({ ...right, data })).toBe(false);
});

it('is not heard before there is a frame, or from a challenge without a nonce', () => {
  expect(isEnd({ ...right, source: null }, { ...expected, source: null })).toBe(false);
  const empty = { ...right, data: { ...right.data, nonce: '' } };
  expect(isEnd(empty, { ...expected, nonce: '' })).toBe(false);
});
