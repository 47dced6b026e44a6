import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHALLENGE_MESSAGE, isChallengeEnd } from './challenge-message.js';

const source = { name: 'the frame of the challenge' };
const origin = 'https://shop.example';
const nonce = '9f2c1e';
const expected = { source, origin, nonce };
const right = { source, origin, data: { type: CHALLENGE_MESSAGE, nonce } };

it('is heard from the right frame, origin and challenge', () => {
  expect(isChallengeEnd(right, expected)).toBe(true);
  expect(isChallengeEnd({ ...right, data: { ...right.data, more: 1 } }, expected)).toBe(true);
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
  fc.constantFrom<unknown>('', 'florin', 'florin:three-ds ', 'FLORIN:THREE-DS', undefined, [CHALLENGE_MESSAGE]),
  fc.string().filter((text) => text !== CHALLENGE_MESSAGE),
);
const forgedData = fc.oneof(
  fc.anything().filter((data) => !(data instanceof Object && 'type' in data && 'nonce' in data)),
  fc.constantFrom<unknown>(CHALLENGE_MESSAGE, nonce, JSON.stringify(right.data), [CHALLENGE_MESSAGE, nonce], null),
  fc.record({ type: forgedType, nonce: fc.constant<unknown>(nonce) }),
  fc.record({ type: fc.constant<unknown>(CHALLENGE_MESSAGE), nonce: forgedNonce }),
);

it('is not heard when anything about it is forged, however right the rest is', () => {
  const message = fc.oneof(
    fc.record({ source: forgedSource, origin: fc.constant(origin), data: fc.constant<unknown>(right.data) }),
    fc.record({ source: fc.constant<unknown>(source), origin: forgedOrigin, data: fc.constant<unknown>(right.data) }),
    fc.record({ source: fc.constant<unknown>(source), origin: fc.constant(origin), data: forgedData }),
    fc.record({ source: forgedSource, origin: forgedOrigin, data: forgedData }),
  );
  fc.assert(
    fc.property(message, (forged) => !isChallengeEnd(forged, expected)),
    { numRuns: 1000 },
  );
});

it('is not heard before there is a frame, or from a challenge without a nonce', () => {
  expect(isChallengeEnd({ ...right, source: null }, { ...expected, source: null })).toBe(false);
  const empty = { ...right, data: { ...right.data, nonce: '' } };
  expect(isChallengeEnd(empty, { ...expected, nonce: '' })).toBe(false);
});
