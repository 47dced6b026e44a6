import type { NewIntent } from '@florin/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

it.each([
  ['order.reference', { order: {} }],
  ['order.redirection', { returnUrl: undefined }],
])('Purse without %s: an error that names both, before anybody is called', async (field, missing) => {
  await expect(world.open('purse', {}, missing as Partial<NewIntent>)).rejects.toMatchObject({
    code: 'option_invalid',
    message: expect.stringMatching(`purse needs ${field}`),
  });
  expect(await world.control('payments')).toEqual({ payments: [] });
});
